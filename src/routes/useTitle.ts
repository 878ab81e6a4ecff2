import { useEffect } from 'react'

/** The name of the page in the browser's tab. */
export function useTitle(name: string | null): void {
  useEffect(() => {
    document.title = name === null ? 'Braid' : `${name} - Braid`
  }, [name])
}
