import http from 'node:http'

const PATIENCE_MS = 30_000
const BETWEEN_MS = 50

const ask = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    http.get(url, (answer) => answer.resume().once('end', resolve)).once('error', reject)
  })

/**
 * Has the built server start itself, by a request to its own API. Next bundles what it calls at the start apart from
 * what answers requests: started from here there would be a second copy of Payload and of everything else in memory,
 * and it would take a third longer until the first request is answered.
 */
export async function startThroughRoutes(): Promise<void> {
  const origin = process.env.__NEXT_PRIVATE_ORIGIN ?? `http://localhost:${process.env.PORT}`
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await ask(`${origin}/api/v1/ready`)
    } catch (error) {
      if (Date.now() > deadline) {
        console.error(
          `The server does not reach itself at ${origin}; its worker starts with the first request.`,
          error,
        )
        return
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
    }
  }
}
