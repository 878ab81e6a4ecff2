import { test as base, expect } from '@playwright/test'

/** A test that also fails when the app calls another host, logs an error or throws one. */
export const test = base.extend({
  context: async ({ context, baseURL }, use) => {
    const complaints: string[] = []
    const home = new URL(baseURL ?? '').origin
    context.on('request', request => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== home && protocol !== 'data:') complaints.push(`asked ${request.url()}`)
    })
    context.on('console', message => {
      if (message.type() === 'error') complaints.push(`logged ${message.text()}`)
    })
    context.on('weberror', thrown => void complaints.push(`threw ${thrown.error().stack ?? thrown.error().message}`))
    await use(context)
    expect(complaints, 'what the page did that it must not').toEqual([])
  },
})
