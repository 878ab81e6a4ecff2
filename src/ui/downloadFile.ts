/** Hands bytes to the browser's downloads. */
export function downloadFile(name: string, mediaType: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the bytes after this turn; a minute is enough for any disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
