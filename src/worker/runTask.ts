import type { Payload } from 'payload'
import type {
  ClaimedTask,
  NewTask,
  Provider,
  Settlement,
  TaskFailure,
  TaskHandler,
  TaskOutcome,
} from '@/contracts'
import { TaskService } from '@/database/services/TaskService'
import { DiskFull, isDiskFull } from '@/errors/diskFull'
import { LeaseLost, SubjectGone, TaskCancelled, UnknownAcceptance } from '@/errors/task'
import { retryAt } from './backoff'
import { WorkerPorts } from './ports'

export interface RunTaskArgs {
  payload: Payload
  task: ClaimedTask
  handlers: ReadonlyMap<string, TaskHandler>
  leaseSeconds: number
  /** @default every provider of the registry */
  providers?: ReadonlyMap<string, Provider>
  /** Aborts when the worker must stop at once: the task goes back to the queue. */
  stopSignal: AbortSignal
  /** Aborts when a person cancels the task. The heartbeat learns of it, too, only later. */
  cancelSignal: AbortSignal
}

export type TaskEnd = Settlement['kind'] | 'lost' | 'given-back'

/** How long a cancelled task may take to end by itself before it is left behind. */
const CANCEL_GRACE_MS = 1_000

function failureOf(raw: unknown): TaskFailure {
  // Whoever met it, fs or ffmpeg: people are told what to do about it.
  const error = isDiskFull(raw) ? new DiskFull() : raw
  const { message, code, isRetryable } = error as { message?: string; code?: unknown; isRetryable?: boolean }
  return {
    message: message || String(error),
    code: typeof code === 'string' ? code : 'failed',
    // What says nothing of itself may be a passing fault: the attempts are counted.
    isRetryable: isRetryable ?? true,
  }
}

/** How a failed attempt ends: again later, never by itself, or for good where there is nothing to do any more. */
export function settlementFor(
  error: unknown,
  task: Pick<ClaimedTask, 'attempt' | 'maxAttempts'>,
): Settlement {
  const failure = failureOf(error)
  if (error instanceof UnknownAcceptance) return { kind: 'held', failure }
  if (error instanceof SubjectGone) return { kind: 'discarded', failure }
  if (!failure.isRetryable || task.attempt >= task.maxAttempts) return { kind: 'dead', failure }
  return { kind: 'retry', failure, runAt: retryAt(task.attempt) }
}

/**
 * The work, or as much of it as a cancelled task is waited for. What does not heed its signal goes on behind a lease
 * that is gone: it can write nothing any more.
 */
async function unlessLeftBehind(work: Promise<TaskOutcome>, signal: AbortSignal): Promise<TaskOutcome> {
  let timer: NodeJS.Timeout | undefined
  let stopListening: () => void = () => undefined
  const left = new Promise<never>((_, reject) => {
    const leave = () => {
      if (signal.reason instanceof TaskCancelled)
        timer = setTimeout(() => reject(signal.reason), CANCEL_GRACE_MS)
    }
    signal.addEventListener('abort', leave, { once: true })
    stopListening = () => signal.removeEventListener('abort', leave)
    if (signal.aborted) leave()
  })
  return Promise.race([work, left]).finally(() => {
    clearTimeout(timer)
    stopListening()
  })
}

/** How a cancelled attempt ends, with what could not be stopped. */
async function cancelled(ports: WorkerPorts): Promise<Settlement> {
  const goingOn = await ports.withdraw()
  if (goingOn.length === 0) return { kind: 'cancelled' }
  const failure = { message: goingOn.join(' '), code: 'not-stopped', isRetryable: false }
  return { kind: 'cancelled', failure }
}

function childrenOf(task: ClaimedTask, outcome: TaskOutcome): NewTask[] {
  return (outcome.children ?? []).map(({ key, ...child }) => ({
    ...child,
    parentId: task.id,
    runId: task.runId,
    projectId: task.projectId,
    episodeId: task.episodeId,
    createdById: task.createdById,
    idempotencyKey: `${task.id}:${key}`,
  }))
}

/**
 * One attempt at one task: runs its handler under a heartbeat and settles it. Never throws for what the
 * handler does; whatever way it ends, the lease is settled, given back or left to whoever has it now.
 */
export async function runTask({
  payload,
  task,
  handlers,
  leaseSeconds,
  providers,
  stopSignal,
  cancelSignal,
}: RunTaskArgs): Promise<TaskEnd> {
  const log = payload.logger
  const tasks = new TaskService({ payload })
  const aborter = new AbortController()
  const stop = () => aborter.abort(new Error('The worker is stopping.'))
  stopSignal.addEventListener('abort', stop, { once: true })
  if (stopSignal.aborted) stop()
  const cancel = () => aborter.abort(new TaskCancelled())
  cancelSignal.addEventListener('abort', cancel, { once: true })
  if (cancelSignal.aborted) cancel()
  const ports = new WorkerPorts(task, payload, aborter.signal, leaseSeconds, providers)
  const about = { taskId: task.id, type: task.type, attempt: task.attempt, runId: task.runId }

  // A third of the lease: two beats may be missed before it runs out. Often enough to watch progress move.
  const beatMs = Math.min((leaseSeconds * 1000) / 3, 2_000)
  let isBeating = false
  const beat = setInterval(async () => {
    if (isBeating) return
    isBeating = true
    try {
      const outcome = await tasks.heartbeat(task, leaseSeconds, ports.latestProgress)
      if (outcome === 'lost') aborter.abort(new LeaseLost())
      if (outcome === 'cancel-requested') cancel()
    } catch (error) {
      log.warn({ err: error, msg: 'A heartbeat failed', ...about })
    } finally {
      isBeating = false
    }
  }, beatMs)

  try {
    const handler = handlers.get(task.type)
    if (!handler)
      throw Object.assign(new Error(`No handler for tasks of type ${task.type}.`), { isRetryable: false })
    const outcome = await unlessLeftBehind(handler.run(ports), aborter.signal)
    const children = childrenOf(task, outcome)
    const isMine = await tasks.settle(
      task,
      {
        kind: 'completed',
        result: outcome.result,
        hasChildren: children.length > 0,
        costMicroUsd: ports.costMicroUsd,
      },
      children,
    )
    log.debug({ msg: isMine ? 'Task completed' : 'Task finished by another', ...about })
    return isMine ? 'completed' : 'lost'
  } catch (error) {
    const reason = aborter.signal.aborted ? aborter.signal.reason : error
    // What must be held is held, cancelled or not: money may have been spent.
    if (reason instanceof TaskCancelled && !(error instanceof UnknownAcceptance)) {
      const settlement = await cancelled(ports)
      if (settlement.kind === 'cancelled' && settlement.failure)
        log.warn({ msg: `Cancelled, but not stopped: ${settlement.failure.message}`, ...about })
      return (await tasks.settle(task, settlement)) ? 'cancelled' : 'lost'
    }
    if (reason instanceof LeaseLost) {
      log.warn({ msg: 'The lease was lost; this attempt counts for nothing', ...about })
      return 'lost'
    }
    // What must be held is held at once: given back, the attempt would not count, as if a person had retried it.
    if (stopSignal.aborted && !(error instanceof UnknownAcceptance)) {
      await tasks.giveBack(task)
      return 'given-back'
    }
    const settlement = settlementFor(error, task)
    if (settlement.kind === 'discarded') log.info({ msg: settlement.failure.message, ...about })
    else log.warn({ err: error, msg: `Task failed: ${settlement.kind}`, ...about })
    const isMine = await tasks.settle(task, settlement)
    return isMine ? settlement.kind : 'lost'
  } finally {
    clearInterval(beat)
    stopSignal.removeEventListener('abort', stop)
    cancelSignal.removeEventListener('abort', cancel)
  }
}
