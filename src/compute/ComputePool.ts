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
}

export interface RunOptions {
  /** Takes a waiting job out of the queue; asks a running one to end. Either way it rejects with the signal's reason. */
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?: (fraction: number) => void
}

/**
 * Jobs in the order in which they came, on a few processes that are started when they are needed. A process that
 * dies takes its own job with it (ComputeProcessDied) and no other.
 */
export class ComputePool {
  private readonly waiting: Job[] = []
  private readonly processes = new Set<ComputeProcess>()
  private readonly unsettled = new Set<Promise<unknown>>()

  constructor(private readonly options: ComputePoolOptions) {}

  /** Of the processes that are there now. */
  get processIds(): number[] {
    return [...this.processes].flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
  }

  run(kind: string, input: unknown, { signal, onProgress }: RunOptions = {}): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    let withdraw: () => void = () => undefined
    const result = new Promise<unknown>((resolve, reject) => {
      const job: Job = { kind, input, signal, onProgress, resolve, reject }
      this.waiting.push(job)
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

  private withdraw(job: Job): void {
    const place = this.waiting.indexOf(job)
    if (place < 0) return
    this.waiting.splice(place, 1)
    job.reject(job.signal?.reason)
  }

  private dispatch(): void {
    while (this.waiting.length > 0) {
      const free = [...this.processes].find((each) => each.isFree) ?? this.start()
      if (!free) return
      free.run(this.waiting.shift() as Job)
    }
  }

  private start(): ComputeProcess | null {
    const { entry, size, idleMs, abortGraceMs = 5_000 } = this.options
    if (this.processes.size >= size) return null
    const made: ComputeProcess = new ComputeProcess(
      entry,
      abortGraceMs,
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
