import { linkAddress } from '#plan/share/linkAddress.ts'
import workerAddress from './linkWorker.ts?worker&url'
import { trustedScript } from './trustedScript.ts'

/** Ends the work when nobody waits for it any more. */
export interface LinkInTheMaking {
  readonly address: Promise<string>
  stop(): void
}

/** The address that carries a whole text, worked out beside the page. The text must be one that `fitsInLink`. */
export function makeLink(text: string): LinkInTheMaking {
  const worker = new Worker(trustedScript(workerAddress), { type: 'module' })
  const address = new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(linkAddress(location.href, data)))
    worker.addEventListener('error', event => reject(new Error(event.message || 'The worker did not start')))
  }).finally(() => worker.terminate())
  worker.postMessage(text)
  return { address, stop: () => worker.terminate() }
}
