/** Where links are sent, and how long a message or an address may be there, in characters. */
export interface LinkPlace {
  readonly name: string
  readonly limit: number
}

/**
 * As published by the services, looked up in November 2026; docs/format-link.md names the sources. Shortest first. What
 * cuts a message cuts the link with it, which Braid then finds out and says.
 */
export const linkPlaces: readonly LinkPlace[] = [
  { name: 'a Discord message', limit: 2_000 },
  { name: 'a QR code', limit: 2_900 },
  { name: 'a Microsoft Teams message', limit: 28_000 },
  { name: 'a Slack message', limit: 40_000 },
  { name: 'the address bar of Safari', limit: 80_000 },
  { name: 'the address bar of Chrome, Edge and Firefox', limit: 1_000_000 },
]
