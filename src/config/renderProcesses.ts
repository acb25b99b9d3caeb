import os from 'node:os'

/**
 * How many panels, documents and films are made at once, each in a process of its own; 0 makes them in the calling
 * process. Read by itself, because what draws needs nothing else of the environment; `readEnv` checks it.
 */
export function renderProcesses(source: NodeJS.ProcessEnv = process.env): number {
  const wanted = source.RENDER_PROCESSES
  return wanted ? Number(wanted) : os.availableParallelism()
}
