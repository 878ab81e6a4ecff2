import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { fitsInLink } from '#plan/share/link.ts'
import { withSettings } from '#plan/share/linkAddress.ts'
import { makeLink } from '#session/makeLink.ts'
import { useSession } from '#session/SessionContext.tsx'
import { sharedText } from '#session/sharedText.ts'
import { useSettings } from '#session/useSettings.ts'

type Link =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly address: string }

/** The link of the open plan as it is now; made anew when the plan changes. */
export function useLink(): Link {
  const { state } = useSession()
  const plan = useStore(state, ({ plan }) => plan)
  const envelope = useStore(state, ({ envelope }) => envelope)
  const text = useMemo(() => sharedText({ plan, envelope }), [plan, envelope])
  const { settings } = useSettings()
  const fits = useMemo(() => fitsInLink(text), [text])
  const [made, setMade] = useState<{ readonly text: string; readonly link: Link } | null>(null)

  useEffect(() => {
    if (!fits) return
    const { address, stop } = makeLink(text)
    address.then(
      found => setMade({ text, link: { kind: 'ready', address: found } }),
      () => setMade({ text, link: { kind: 'failed' } }),
    )
    return stop
  }, [text, fits])

  if (!fits) return { kind: 'too-long' }
  if (made?.text !== text) return { kind: 'waiting' }
  const { link } = made
  return link.kind === 'ready' ? { ...link, address: withSettings(link.address, settings) } : link
}
