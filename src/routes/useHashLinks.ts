import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Lets features use plain links to our own addresses. The router hears of a link that the browser follows by itself
 * only afterwards, when it is too late to ask whether the page may be left.
 */
export function useHashLinks(): void {
  const { history } = useRouter()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const address = link?.getAttribute('href')
      if (!address?.startsWith('#/') || link?.target) return
      event.preventDefault()
      history.push(address.slice(1))
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [history])
}
