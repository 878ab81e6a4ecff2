import { useEffect, useEffectEvent, useState } from 'react'
import type { Past, PlanPast } from '#session/planPast.ts'
import { useSession } from '#session/SessionContext.tsx'

type Asked<Value> = { readonly kind: 'waiting' } | { readonly kind: 'failed'; readonly message: string } | Ready<Value>
interface Ready<Value> {
  readonly kind: 'ready'
  readonly value: Value
}

/** What is kept of the open plan, as it was when this was first asked for. */
export function usePast(): Asked<Past> {
  return useAsked(past => past.list(), 'list')
}

/** The text of a backup; `null` when it cannot be read. */
export function useBackupText(backup: Parameters<PlanPast['read']>[0]): Asked<string | null> {
  return useAsked(past => past.read(backup), `${backup.at} ${backup.revision} ${backup.reason}`)
}

/** Asks once for each `key`. */
function useAsked<Value>(
  ask: (past: PlanPast) => Promise<{ ok: true; value: Value } | { ok: false; failure: { message: string } }>,
  key: string,
): Asked<Value> {
  const { past } = useSession()
  const [answer, setAnswer] = useState<{ readonly key: string; readonly asked: Asked<Value> } | null>(null)
  const askNow = useEffectEvent(ask)
  useEffect(() => {
    let isGone = false
    void askNow(past).then(result => {
      if (isGone) return
      const asked = result.ok
        ? ({ kind: 'ready', value: result.value } as const)
        : ({ kind: 'failed', message: result.failure.message } as const)
      setAnswer({ key, asked })
    })
    return () => {
      isGone = true
    }
  }, [past, key])
  return answer?.key === key ? answer.asked : { kind: 'waiting' }
}
