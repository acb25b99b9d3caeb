import { renderProcesses } from '@/config/renderProcesses'
import { ComputePool, type RunOptions } from './ComputePool'
import type { ComputeJobs, JobKind } from './jobs'
import { runHere } from './runHere'

const ENTRY = 'src/compute/process.ts'
/** Between the panels of a run nothing ends; a server at rest soon has its memory back. */
const IDLE_MS = 2 * 60_000

/** On globalThis because a bundler may load this module more than once: there is one pool for all of them. */
const KEY = Symbol.for('showrunner.compute')
const holder = globalThis as unknown as Record<symbol, ComputePool | undefined>

function pool(): ComputePool {
  holder[KEY] ??= new ComputePool({ entry: ENTRY, size: renderProcesses(), idleMs: IDLE_MS })
  return holder[KEY]
}

/**
 * Does a job, in a process of the pool. Started in the order in which they are asked for, after those that a person
 * waits for (`isInteractive`).
 *
 * @throws what the job threw, the signal's reason where it was aborted, ComputeProcessDied, ComputeMemoryExceeded, or
 * ComputeStalled where it came no further
 */
export async function compute<Kind extends JobKind>(
  kind: Kind,
  input: ComputeJobs[Kind]['input'],
  options: RunOptions = {},
): Promise<ComputeJobs[Kind]['output']> {
  if (renderProcesses() > 0) return pool().run(kind, input, options) as Promise<ComputeJobs[Kind]['output']>
  options.signal?.throwIfAborted()
  // Late: nothing of it is needed where the work is done elsewhere.
  const { runJob } = await import('./jobs')
  return runHere((ports) => runJob(kind, input, ports), options)
}

/** Of the processes that do the work now, for tests and for whoever watches them. */
export const computeProcessIds = (): number[] => holder[KEY]?.processIds ?? []

/** Waits for what was asked for and ends the processes. The next job starts new ones. */
export async function stopComputing(): Promise<void> {
  const { [KEY]: stopped } = holder
  holder[KEY] = undefined
  await stopped?.stop()
}
