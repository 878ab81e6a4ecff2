import { useEffect, useEffectEvent } from 'react'
import { useSession } from '#session/SessionContext.tsx'
import type { SessionNotice } from '#session/sessionFailures.ts'
import { showToast } from '#ui/toasts.ts'

/** Says what happened to the open plan without anybody in this tab doing it. */
export function useNotices(downloadAside: () => void): void {
  const session = useSession()
  const say = useEffectEvent((notice: SessionNotice) => {
    const isDamage = notice.kind === 'unreadable' || notice.kind === 'from-backup'
    const action = isDamage ? { label: 'Download', onAct: downloadAside } : undefined
    showToast({ message: wordsFor(notice), tone: 'danger', action })
  })
  useEffect(() => session.onNotice(notice => say(notice)), [session])
}

function wordsFor(notice: SessionNotice): string {
  switch (notice.kind) {
    case 'replaced': {
      const [lost, kept] = [quoted(notice.lost), quoted(notice.kept)]
      const became = notice.kept.trim() === '' ? 'was deleted' : `was replaced with ${kept}`
      return notice.lostIsOurs
        ? `Edited in two tabs at once: your ${lost} ${became} from the other tab. It is kept in the plan's history.`
        : `Edited in two tabs at once: ${lost} from the other tab ${became}. Undo brings it back, and the plan's history keeps it.`
    }
    case 'stored-again':
      return 'The data of this site were cleared while the plan was open. It was stored again from this tab; your other plans may be gone.'
    case 'no-upkeep':
      return `A backup of this plan, or a fresh copy of its whole text, could not be stored: ${reasons[notice.failure.code]}. Every edit is saved all the same. Download the plan from time to time.`
    case 'from-backup': {
      const { missing } = notice
      const result =
        missing === 0
          ? 'It was put together again from a backup and the edits after it; nothing is missing'
          : `It opens from the backup of ${exactTime.format(notice.at)} and the edits after it that can be read; ${missing === 1 ? 'one later edit is' : `${missing} later edits are`} missing`
      return `A stored record of this plan was damaged. ${result}. What is damaged is kept aside.`
    }
    case 'unreadable':
      return `The last ${notice.edits === 1 ? 'edit' : `${notice.edits} edits`} of this plan could not be read. What is left of them is kept aside, and the plan is as it was before.`
  }
}

const exactTime = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' })

const reasons: Record<(SessionNotice & { kind: 'no-upkeep' })['failure']['code'], string> = {
  full: 'there is no room left for this site on this device',
  blocked: 'this browser does not let this site keep more data',
  missing: 'its data were cleared',
  slow: 'the storage of this browser did not answer',
  broken: 'the storage of this browser reported an error',
  damaged: 'what is stored of it is damaged',
  newer: 'it was saved by a newer version of Braid',
}

/** The first words, in quotes. */
function quoted(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  return `“${words.length > 60 ? `${words.slice(0, 57)}...` : words}”`
}
