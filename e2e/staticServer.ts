import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'

export interface StaticServer {
  /** Address of the folder, with a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** A host that is not well: `refused` is answered with 503, `held` is never answered. */
export type Fault = 'refused' | 'held'

/** The plainest host there is: the files of a folder under a path, and 404 for everything else, but for what has a fault. */
export async function serveFolder(
  folder: string,
  path: string,
  faultOf: (name: string) => Fault | undefined = () => undefined,
): Promise<StaticServer> {
  const root = resolve(folder)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const name = pathname.slice(path.length)
    const file = join(root, name || 'index.html')
    const fault = faultOf(name)
    if (fault === 'held') return
    if (!pathname.startsWith(path) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end()
      return
    }
    if (fault === 'refused') {
      response.writeHead(503).end()
      return
    }
    response.writeHead(200, { 'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
