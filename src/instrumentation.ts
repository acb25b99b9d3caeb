/** Called once by Next when the server starts, before it answers: database, recovery, worker, graceful stop. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startServer } = await import('./worker/startServer')
  await startServer()
}
