/** Called once by Next when the server starts, before it answers: database, recovery, worker, graceful stop. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { mendAddresses } = await import('./lib/readableAddresses')
  mendAddresses()
  const { keepDoor } = await import('./lib/door')
  // Where one of these cannot be read, the server says so and ends (src/config/env.ts).
  const { SERVER_URL, TRUST_PROXY } = process.env
  keepDoor({
    proxies: Number(TRUST_PROXY) || 0,
    serverUrl: SERVER_URL && URL.canParse(SERVER_URL) ? SERVER_URL : undefined,
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  if (process.env.NODE_ENV === 'production') {
    const { startThroughRoutes } = await import('./worker/startThroughRoutes')
    // Not waited for: Next answers nothing, itself included, until this returns. Requests wait by themselves.
    void startThroughRoutes()
  } else {
    const { startServer } = await import('./worker/startServer')
    await startServer()
  }
}
