import type { Restored } from './restoreBackup.ts'

/** '3 plans restored, 2 were already here' */
export function restoreWords({ ids, alreadyHere, failure }: Restored): string {
  const restored = count(ids.length, 'plan')
  if (failure !== null)
    return `${failure} ${restored} of the backup ${ids.length === 1 ? 'was' : 'were'} restored before.`
  if (ids.length === 0 && alreadyHere === 0) return 'Nothing was restored'
  if (ids.length === 0) return `Nothing to restore: ${here(alreadyHere)} already here`
  return `${restored} restored${alreadyHere === 0 ? '' : `, ${here(alreadyHere)} already here`}`
}

function here(number: number): string {
  return number === 1 ? '1 was' : `${number.toLocaleString('en')} were`
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
