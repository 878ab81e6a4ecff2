import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dismissToast, showToast } from '#ui/toasts.ts'
import { useIsStored } from './useIsStored.ts'

/** Offers a newer version of Braid, and only while every edit is stored. */
export function ReleaseNotice() {
  const { releases } = useRouter().options.context
  const [isReady, setReady] = useState(false)
  const isStored = useIsStored()

  useEffect(() => releases.onReady(() => setReady(true)), [releases])

  const isOffered = isReady && isStored
  useEffect(() => {
    if (!isOffered) return
    const id = showToast({
      message: 'A new version of Braid is ready.',
      action: { label: 'Reload', onAct: releases.take },
      stays: true,
    })
    return () => dismissToast(id)
  }, [isOffered, releases])

  return null
}
