import { type BrowserContext, test as base, expect } from '@playwright/test'

interface Guard {
  /** Complaints that a test brings about on purpose. */
  readonly expected: readonly RegExp[]
}

/** A test that also fails when the app calls another host, breaks its own policy, logs an error or throws one. */
export const test = base.extend<Guard>({
  expected: [[], { option: true }],
  context: async ({ context, baseURL, expected }, use) => {
    const complaints: string[] = []
    await guard(context, new URL(baseURL ?? '').origin, complaint => {
      if (!expected.some(pattern => pattern.test(complaint))) complaints.push(complaint)
    })
    await use(context)
    expect(complaints, 'what the page did that it must not').toEqual([])
  },
})

async function guard(context: BrowserContext, home: string, complain: (complaint: string) => void): Promise<void> {
  const onAddress = (address: string) => {
    const { origin, protocol } = new URL(address)
    if (origin !== home && protocol !== 'data:') complain(`asked ${address}`)
  }
  context.on('request', request => onAddress(request.url()))
  context.on('page', page => page.on('websocket', socket => onAddress(socket.url())))
  context.on('console', message => {
    if (message.type() === 'error') complain(`logged ${message.text()}`)
  })
  context.on('weberror', thrown => complain(`threw ${thrown.error().stack || thrown.error().message}`))
  // The policy may forbid something of which nothing else tells.
  await context.exposeFunction('reportViolation', (words: string) => complain(`violated ${words}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      window.reportViolation?.(`${effectiveDirective}: ${blockedURI} ${sample}`)
    })
  })
}

declare global {
  interface Window {
    reportViolation?: (words: string) => void
  }
}
