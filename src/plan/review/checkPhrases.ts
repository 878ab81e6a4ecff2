import { stem } from '#plan/dependencies/stem.ts'
import { BREAK, isIgnored, longestRead, readAllWords } from '#plan/dependencies/words.ts'
import { stems } from './madeThings.ts'

/** What a check of a gate asks for. */
export interface CheckPhrases {
  /** The things it speaks of, as stems: 'Frontend can talk to the real API' speaks of 'frontend' and 'real api'. */
  readonly phrases: readonly (readonly string[])[]
  /** Every word of it. */
  readonly words: ReadonlySet<string>
  /** It asks that something runs, for which a description is not enough. */
  readonly asksToRun: boolean
}

const running = words(
  'work works working run runs running pass passes passed connect connects connected communicate communicates respond',
  'responds answer answers serve serves integrate integrates deployed live start starts function functions functional',
  'functioning operational healthy reachable accessible perform performs talk talks',
)
/** Verbs and small words that end one thing and begin the next. */
const dividing = words(
  'is are be been was were has have had does do not no',
  'match matches follow follows meet meets met complete completed exist exists cover covers enforced conform conforms',
  'comply complies respect respects succeed succeeds send sends receive receives reach reaches return returns provide',
  'provides handle handles support supports ready finished done available validated verified reviewed approved defined',
  'agreed tested configured documented published signed implemented against across after at before between by during for',
  'from in into of on onto over per through throughout to toward under until using via when where which while with within',
  'without versus vs that the a an all any each every both its our their',
)
/** A verb follows: 'Crew can open the register'. */
const modals = words('can could must may might should will would shall')
/** Stands in for the real thing, so that nobody has to wait for it. */
const standIns = stems('mock mocked fake stub dummy simulated placeholder')

export function readCheck(text: string): CheckPhrases {
  const phrases: string[][] = [[]]
  const all = new Set<string>()
  let asksToRun = false
  let isAfterModal = false
  for (const word of readAllWords(text.slice(0, longestRead))) {
    const runs = running.has(word)
    const divides = dividing.has(word) || modals.has(word)
    const isVerb = runs || (isAfterModal && !divides)
    asksToRun ||= runs
    isAfterModal = modals.has(word)
    if (word === BREAK || divides || isVerb) phrases.push([])
    if (word === BREAK || divides || isIgnored(word)) continue
    all.add(stem(word))
    if (!isVerb) phrases.at(-1)?.push(stem(word))
  }
  const meant = phrases.filter(phrase => phrase.length > 0 && !phrase.some(word => standIns.has(word)))
  return { phrases: meant, words: all, asksToRun }
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}
