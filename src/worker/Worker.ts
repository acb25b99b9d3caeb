import { randomUUID } from 'node:crypto'
import os from 'node:os'
import type { Payload } from 'payload'
import type { Provider, RecurringTask, TaskHandler } from '@/contracts'
import { DraftService } from '@/database/services/DraftService'
import { ProjectService } from '@/database/services/ProjectService'
import { TaskService } from '@/database/services/TaskService'
import { sleepUntilWoken, wakeWorkers } from '@/database/services/tasks/wake'
import { inBackground } from '@/lib/background'
import { CancelWatch } from './CancelWatch'
import { Recurrence } from './Recurrence'
import { runTask } from './runTask'

export interface WorkerOptions {
  payload: Payload
  handlers: ReadonlyMap<string, TaskHandler>
  /** Tasks at once. */
  concurrency: number
  leaseSeconds: number
  /** @default every provider of the registry */
  providers?: ReadonlyMap<string, Provider>
  /** Only these types. @default all that have a handler */
  types?: string[]
  /** What comes back each night. Those without a handler here are left to others. @default nothing */
  recurring?: readonly RecurringTask[]
  /** Between looks at the queue while there is nothing to do. @default 1000 */
  pollMs?: number
}

/** Between rounds of TaskService.maintain. */
const MAINTAIN_MS = 2_000
const SWEEP_MS = 60 * 60_000
/** How long an aborted task may take to end. */
const ABORT_MS = 5_000

/**
 * Takes tasks from the queue and runs them, until it is stopped in one of two ways: {@link stop} lets
 * running tasks end, {@link abort} hands them back at once. A worker that dies without either leaves its
 * leases to run out, and any other takes over.
 */
export class Worker {
  readonly name = `${os.hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
  private readonly running = new Set<Promise<unknown>>()
  private readonly stopping = new AbortController()
  private readonly aborting = new AbortController()
  private loop: Promise<void> | undefined
  private maintainedAt = 0
  private sweptAt = 0

  private readonly recurrence: Recurrence
  private readonly cancels: CancelWatch

  constructor(private readonly options: WorkerOptions) {
    const { recurring = [], handlers, payload } = options
    this.cancels = new CancelWatch(payload)
    this.recurrence = new Recurrence(recurring.filter(({ type }) => handlers.has(type)))
  }

  /** Begins to take tasks. Returns at once. */
  start(): this {
    // All of it, the settling too: whoever asks the same process something goes first.
    this.loop ??= inBackground(() => this.run())
    return this
  }

  /** No new tasks; resolves when the running ones have ended. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.loop
    await Promise.allSettled(this.running)
  }

  /**
   * As {@link stop}, but running tasks are aborted and go back to the queue without counting an attempt. One
   * that does not heed its signal is left behind: its lease runs out, and the next worker takes it over.
   */
  async abort(): Promise<void> {
    this.aborting.abort()
    await Promise.race([this.stop(), new Promise<void>((resolve) => setTimeout(resolve, ABORT_MS).unref())])
  }

  /** {@link stop}, and after `seconds` {@link abort}. */
  async stopWithin(seconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const timeIsUp = new Promise<void>((resolve) => {
      timer = setTimeout(() => resolve(this.abort()), seconds * 1000)
    })
    await Promise.race([this.stop(), timeIsUp])
    clearTimeout(timer)
  }

  get runningCount(): number {
    return this.running.size
  }

  private async run(): Promise<void> {
    const { payload, pollMs = 1_000 } = this.options
    payload.logger.info({ msg: 'Worker started', worker: this.name, concurrency: this.options.concurrency })
    while (!this.stopping.signal.aborted) {
      try {
        await this.maintain()
        const taken = await this.take()
        // Until there may be work: something was queued, a task of ours ended, or the poll is due.
        if (taken === 0) await sleepUntilWoken(pollMs, this.stopping.signal)
      } catch (error) {
        // The database may be away for a while: the loop must outlive it.
        payload.logger.error({ err: error, msg: 'The worker could not look at the queue', worker: this.name })
        await sleepUntilWoken(pollMs, this.stopping.signal)
      }
    }
    payload.logger.info({ msg: 'Worker takes no more tasks', worker: this.name, running: this.running.size })
  }

  private async take(): Promise<number> {
    const { payload, handlers, providers, concurrency, leaseSeconds, types } = this.options
    const free = concurrency - this.running.size
    if (free <= 0) return 0
    const claimed = await new TaskService({ payload }).claim({
      worker: this.name,
      types: types ?? [...handlers.keys()],
      limit: free,
      leaseSeconds,
    })
    for (const task of claimed) {
      const stopSignal = this.aborting.signal
      const cancelSignal = this.cancels.signalOf(task.id)
      const run = runTask({ payload, task, handlers, providers, leaseSeconds, stopSignal, cancelSignal })
        .catch((error) =>
          payload.logger.error({ err: error, msg: 'A task could not be settled', taskId: task.id }),
        )
        .finally(() => {
          this.cancels.forget(task.id)
          this.running.delete(run)
          wakeWorkers()
        })
      this.running.add(run)
    }
    return claimed.length
  }

  private async maintain(): Promise<void> {
    const now = Date.now()
    if (now - this.maintainedAt < MAINTAIN_MS) return
    this.maintainedAt = now
    const tasks = new TaskService({ payload: this.options.payload })
    await tasks.maintain()
    await this.recurrence.queueDue(tasks)
    if (now - this.sweptAt < SWEEP_MS) return
    this.sweptAt = now
    await tasks.sweep()
    await new DraftService({ payload: this.options.payload }).sweep()
    await new ProjectService({ payload: this.options.payload }).sweep()
  }
}
