import { type Outcome, refuse } from '#plan/outcome.ts'

type Noun = 'task' | 'stream' | 'phase' | 'integration point' | 'dependency' | 'plan'

/** The node is not in the plan (any more), or is of another kind. */
export function refuseMissing(noun: Noun): Outcome {
  return refuse(`${noun.replace(' ', '-')}-not-found`, `This ${noun} is no longer in the plan.`)
}

/** Nothing was typed where a name or a text has to be. */
export function refuseEmpty(noun: Noun): Outcome {
  if (noun === 'task') return refuse('empty', 'A task needs some words. Type them, or delete the task.')
  const article = noun === 'integration point' ? 'An' : 'A'
  return refuse('empty', `${article} ${noun} needs a name.`)
}

/** The change would make other lines mean something else, or would itself be read as something else. */
export function refuseUnreadable(label: string): Outcome {
  return refuse(
    'not-as-meant',
    `${label}: this would change what other lines of the plan mean. Make this change in the text instead.`,
  )
}

/** A name or a task's words that cannot stand where they would be written. */
export function refuseWords(words: string): Outcome {
  return refuse(
    'not-as-typed',
    `“${words}” would be read as something else there. Use other words, or make this change in the text.`,
  )
}

export function refuseNoPlace(): Outcome {
  return refuse('place-not-found', 'The place for this task is no longer in the plan.')
}

/** A list of bullets and checkboxes would lose its last checkbox, and with it the reason to be read as tasks. */
export function refuseLastBox(): Outcome {
  return refuse(
    'last-checkbox',
    'This is the last checkbox of its list. Without it the other lines would no longer be read as they are now. Make this change in the text instead.',
  )
}
