/** Called once by Next when the server starts, before it answers: database, recovery, worker, graceful stop. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { mendAddresses } = await import('./lib/readableAddresses')
  mendAddresses()
  if (process.env.NODE_ENV === 'production') {
    const { startThroughRoutes } = await import('./worker/startThroughRoutes')
    // Not waited for: Next answers nothing, itself included, until this returns. Requests wait by themselves.
    void startThroughRoutes()
  } else {
    const { startServer } = await import('./worker/startServer')
    await startServer()
  }
}
