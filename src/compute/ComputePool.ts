import { ComputeProcess, type Job } from './ComputeProcess'

export interface ComputePoolOptions {
  /** The TypeScript program that each process runs; it calls `serveJobs`. */
  entry: string
  /** Processes at most. */
  size: number
  /** A process that had nothing to do for so long ends. */
  idleMs: number
  /** How long a job may take to heed its signal before its process is killed. @default 5000 */
  abortGraceMs?: number
  /** How long a job may tell nothing of its progress before it is ended. @default {@link STALLED_MS} */
  stalledAfterMs?: number
}

/**
 * What honest work comes nowhere near: from one page of a board to the next a slow machine needs some seconds, six of the
 * largest pictures that are taken included; a film goes on from picture to picture and from five seconds of sound to the
 * next; and the longest that tells nothing, such as printing a long script, is done within one.
 */
export const STALLED_MS = 5 * 60_000

/**
 * Processes that are there for people alone, beyond `size`. A film takes minutes and cannot be put aside, so with
 * every process at work a person would wait for one to end; an idle process is cheap and ends by itself.
 */
const KEPT_FOR_PEOPLE = 1

export interface RunOptions {
  /** Takes a waiting job out of the queue; asks a running one to end. Either way it rejects with the signal's reason. */
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?: (fraction: number) => void
  /** A person waits for it: it goes before all that nobody waits for, and has a process where all are at work. */
  isInteractive?: boolean
  /** As `abortGraceMs` of the pool, for a job that has nothing to tidy up. */
  abortGraceMs?: number
  /**
   * Bytes that its process may have in all. One that takes more is ended, and the job rejects with
   * ComputeMemoryExceeded. Looked at from outside some times a second: it is no limit to the byte.
   */
  maxResidentBytes?: number
  /**
   * Once its turn has come: how long it may tell nothing of its progress, and what tells nothing may take in all. Then it
   * is ended and rejects with ComputeStalled. @default as the pool has it
   */
  stalledAfterMs?: number
}

/**
 * Jobs on a few processes that are started when they are needed: those that a person waits for first, either kind in
 * the order in which it came. A process that dies takes its own job with it (ComputeProcessDied) and no other.
 */
export class ComputePool {
  private readonly waiting: Job[] = []
  private readonly interactive: Job[] = []
  private readonly processes = new Set<ComputeProcess>()
  private readonly unsettled = new Set<Promise<unknown>>()

  constructor(private readonly options: ComputePoolOptions) {}

  /** Of the processes that are there now. */
  get processIds(): number[] {
    return [...this.processes].flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
  }

  run(kind: string, input: unknown, options: RunOptions = {}): Promise<unknown> {
    const {
      signal,
      onProgress,
      isInteractive = false,
      abortGraceMs = this.options.abortGraceMs ?? 5_000,
      maxResidentBytes,
      stalledAfterMs = this.options.stalledAfterMs ?? STALLED_MS,
    } = options
    if (signal?.aborted) return Promise.reject(signal.reason)
    let withdraw: () => void = () => undefined
    const result = new Promise<unknown>((resolve, reject) => {
      const job: Job = {
        kind,
        input,
        signal,
        onProgress,
        isInteractive,
        abortGraceMs,
        maxResidentBytes,
        stalledAfterMs,
        resolve,
        reject,
      }
      this.queueOf(job).push(job)
      withdraw = () => this.withdraw(job)
    })
    signal?.addEventListener('abort', withdraw)
    // One signal may see a hundred jobs.
    const forget = () => signal?.removeEventListener('abort', withdraw)
    const settled = result.then(forget, forget)
    this.unsettled.add(settled)
    void settled.then(() => this.unsettled.delete(settled))
    this.dispatch()
    return result
  }

  /** Waits for all that was asked for, then ends the processes. */
  async stop(): Promise<void> {
    while (this.unsettled.size > 0) await Promise.all(this.unsettled)
    await Promise.all([...this.processes].map((each) => each.end()))
  }

  private queueOf({ isInteractive }: Job): Job[] {
    return isInteractive ? this.interactive : this.waiting
  }

  private withdraw(job: Job): void {
    const queue = this.queueOf(job)
    const place = queue.indexOf(job)
    if (place < 0) return
    queue.splice(place, 1)
    job.reject(job.signal?.reason)
  }

  private dispatch(): void {
    const { size } = this.options
    const most = size + KEPT_FOR_PEOPLE
    while (this.interactive.length > 0) {
      const free = this.freeFor(this.interactive[0] as Job) ?? this.start(most)
      if (!free) break
      free.run(this.interactive.shift() as Job)
    }
    // Counted by what they do: whichever process is left is the one that is kept for people.
    const atWork = () => [...this.processes].filter((each) => each.isBusyUnwatched).length
    while (this.waiting.length > 0 && atWork() < size) {
      const free = this.freeFor(this.waiting[0] as Job) ?? this.start(most)
      if (!free) return
      free.run(this.waiting.shift() as Job)
    }
  }

  /** One that has nothing to do. What has grown at earlier work makes room for another where this job may not have as much. */
  private freeFor(job: Job): ComputeProcess | undefined {
    for (const each of this.processes) {
      if (!each.isFree) continue
      if (each.hasRoomFor(job)) return each
      void each.end()
    }
    return undefined
  }

  private start(most: number): ComputeProcess | null {
    const { entry, idleMs } = this.options
    if (this.processes.size >= most) return null
    const made: ComputeProcess = new ComputeProcess(
      entry,
      () => {
        this.dispatch()
        if (made.isFree) made.endAfter(idleMs)
      },
      () => {
        this.processes.delete(made)
        this.dispatch()
      },
    )
    this.processes.add(made)
    return made
  }
}
