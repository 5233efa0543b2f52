/** The built page on a server of its own, for one test file or one test. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE_HEADERS } from '../../../scripts/lib/headers.mjs'
import { PROJECT } from '../../../scripts/lib/paths.mjs'
import { createStaticServer, listen } from '../../../scripts/serve.mjs'

export type Site = {
  /** The page's address at `localhost`, a secure context; ends in `/`. */
  readonly url: string
  /** The same server under a name that is no secure context, as from another machine over plain http. */
  readonly plainHttpUrl: string
  /** Paths asked for so far, in order. */
  readonly requests: string[]
  /** Stops the server and cuts what is still open. */
  readonly stop: () => Promise<void>
}

export type SiteOptions = {
  /** The folder to serve; the build where left out. */
  readonly root?: string
  readonly base?: string
  /** `none` is a static host that can set no headers. */
  readonly headers?: 'all' | 'none'
  /** `given` serves real MNIST where `FALTWERK_MNIST` names its folder, `none` never. */
  readonly mnist?: 'given' | 'none'
}

/** Whether real MNIST is there for tests that need it. */
export const hasMnist = existsSync(join(mnistFolder() ?? '', 'train-images-idx3-ubyte.gz'))

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { root = join(PROJECT, 'dist'), base = '/', headers = 'all', mnist = 'given' } = options
  const folder = mnist === 'given' ? mnistFolder() : null
  const server = createStaticServer({
    root,
    base,
    headers: headers === 'all' ? PAGE_HEADERS : {},
    // A folder that does not exist answers 404, whatever the build may have copied.
    folders: { 'data/mnist/': folder ?? join(PROJECT, 'no-mnist') },
  })
  const requests: string[] = []
  server.on('request', ({ url }) => requests.push(url ?? ''))
  const port = await listen(server, { port: 0 })
  return {
    url: `http://localhost:${port}${base}`,
    plainHttpUrl: `http://faltwerk.test:${port}${base}`,
    requests,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function mnistFolder(): string | null {
  return process.env.FALTWERK_MNIST || null
}
