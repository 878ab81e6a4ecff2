import { encodeLink } from '#plan/share/link.ts'

// Long texts without any pattern take seconds, in which the page shall answer.
addEventListener('message', async ({ data }: MessageEvent<string>) => {
  postMessage(await encodeLink(data))
})
