import net from 'node:net'
import { type FuzzRequest, wireOf } from './request'

export interface FuzzAnswer {
  /** Null where the server said nothing. */
  status: number | null
  text: string
  ms: number
}

const LONGEST_MS = 20_000
const MOST_KEPT = 200_000

/** Sends bytes as they are, which no client of HTTP would. */
export function send(port: number, request: FuzzRequest): Promise<FuzzAnswer> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const socket = net.connect(port, '127.0.0.1')
    // A server waits for the rest of a body that was announced: whoever lied about it hangs up.
    const hangUp = request.isBrokenFraming ? setTimeout(() => socket.end(), 150) : undefined
    const limit = setTimeout(() => socket.destroy(), LONGEST_MS)
    const done = () => {
      clearTimeout(hangUp)
      clearTimeout(limit)
      const text = Buffer.concat(chunks).toString('utf8')
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1]
      resolve({ status: status ? Number(status) : null, text, ms: performance.now() - startedAt })
    }
    socket.on('data', (chunk) => {
      if (size < MOST_KEPT) chunks.push(chunk)
      size += chunk.length
    })
    // The server may answer and close before it has taken everything in.
    socket.on('error', () => socket.destroy())
    socket.on('close', done)
    socket.write(wireOf(request))
  })
}
