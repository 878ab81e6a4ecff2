import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dismissToast, isShown, showToast } from '#ui/toasts.ts'
import { useStoring } from './useStoring.ts'

/** Offers a newer version of Braid while every edit is stored. Whoever closes the offer is asked again by the next one. */
export function ReleaseNotice() {
  const { releases } = useRouter().options.context
  const storing = useStoring()
  /** How many newer versions were heard of, and which of them was declined. */
  const [heard, setHeard] = useState(0)
  const [declined, setDeclined] = useState(0)
  const [isWanted, setWanted] = useState(false)
  const [isOffered, setOffered] = useState(false)

  useEffect(() => releases.onReady(() => setHeard(count => count + 1)), [releases])

  // An edit is stored within moments, in which the offer stands still; taking it waits for them.
  const mayStand = storing === 'stored' || (isOffered && storing === 'storing')
  const shouldOffer = heard > declined && !isWanted && mayStand
  if (shouldOffer !== isOffered) setOffered(shouldOffer)

  useEffect(() => {
    if (!isOffered) return
    let isTaken = false
    const id = showToast({
      message: 'A new version of Braid is ready.',
      action: {
        label: 'Reload',
        onAct() {
          isTaken = true
          setWanted(true)
        },
      },
      stays: true,
    })
    return () => {
      if (!isTaken && !isShown(id)) setDeclined(heard)
      dismissToast(id)
    }
  }, [isOffered, heard])

  useEffect(() => {
    if (!isWanted || storing === 'storing') return
    if (storing === 'stored') releases.take()
    else setWanted(false)
  }, [isWanted, storing, releases])

  return null
}
