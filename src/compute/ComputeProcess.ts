import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { ComputeMemoryExceeded } from './ComputeMemoryExceeded'
import { ComputeProcessDied } from './ComputeProcessDied'
import { ComputeStalled } from './ComputeStalled'
import { fromPlainError } from './plainError'
import type { FromProcess, ToProcess } from './protocol'
import { residentNow } from './residentBytes'
import { watchMemory } from './watchMemory'
import { type ProgressWatch, watchProgress } from './watchProgress'

/** One piece of work, on its way. */
export interface Job {
  kind: string
  input: unknown
  signal?: AbortSignal
  onProgress?: (fraction: number) => void
  /** A person waits for it. */
  isInteractive: boolean
  /** How long it may take to heed its signal before its process is killed. */
  abortGraceMs: number
  /** Bytes that its process may have in all while it is at it. */
  maxResidentBytes?: number
  /** How long it may tell nothing of its progress. */
  stalledAfterMs: number
  resolve: (output: unknown) => void
  reject: (error: unknown) => void
}

/** Of JavaScript's own, for each process: ten times what the largest script takes. Pictures are kept outside of it. */
const HEAP_MB = 1_024

/** What the operator says of memory goes before what is said here. */
const heapLimit = (): string[] =>
  /max[-_]old[-_]space[-_]size/.test(process.env.NODE_OPTIONS ?? '')
    ? []
    : [`--max-old-space-size=${HEAP_MB}`]

const KEPT_CHARACTERS = 8_000
/** How long a process that was let go may take to end. */
const END_MS = 5_000
/** The work needs none of them, so nothing that it loads can give them away. */
const NOT_ITS_BUSINESS = ['PAYLOAD_SECRET', 'DATABASE_URI', 'NEXT_RUNTIME', 'SHOWRUNNER_COMMAND']

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !NOT_ITS_BUSINESS.includes(name)),
  ) as NodeJS.ProcessEnv
}

/** Of what Node prints when it dies the lines that say why, without the places in its code. */
const lastWords = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => /error|fatal|cannot/i.test(line) && !/^\s*(at |\d+: )/.test(line))
    .slice(-3)
    .join(' | ')
    .slice(-500)

/**
 * A process that does jobs, one at a time. Holds this process open only while it has one.
 *
 * @param entry the TypeScript program to run, which calls `serveJobs`
 * @param onFree after each job, however it ended, unless the process died
 * @param onGone when it has ended, whatever the reason
 */
export class ComputeProcess {
  private readonly child: ChildProcess
  private job: Job | null = null
  private stderr = ''
  private isEnding = false
  private idle: NodeJS.Timeout | undefined
  private endWatch: () => void = () => undefined
  private hasExceeded = false
  private progress: ProgressWatch | undefined
  private stalled: ComputeStalled | undefined
  readonly ended: Promise<void>

  constructor(
    entry: string,
    private readonly onFree: () => void,
    onGone: () => void,
  ) {
    // The loader of the command line, so that it runs wherever that does: there is nothing for a bundler to find.
    const loader = path.resolve(/*turbopackIgnore: true*/ 'scripts', 'run-ts.mjs')
    this.child = fork(/*turbopackIgnore: true*/ loader, [entry], {
      execArgv: ['--no-warnings', '--enable-source-maps', ...heapLimit()],
      // Buffers as they are.
      serialization: 'advanced',
      // A command keeps stdout for its own answer.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: environment(),
    })
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString()).slice(-KEPT_CHARACTERS)
    })
    this.child.on('message', (message) => this.hear(message as FromProcess))
    this.ended = this.untilEnded().then((how) => {
      clearTimeout(this.idle)
      this.endWatch()
      this.progress?.end()
      const { job } = this
      this.job = null
      job?.reject(this.reasonOf(job, how))
      onGone()
    })
    this.release()
  }

  get isFree(): boolean {
    return this.job === null && !this.isEnding && !this.hasExceeded
  }

  /** Does what no person waits for. */
  get isBusyUnwatched(): boolean {
    return this.job !== null && !this.job.isInteractive
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  run(job: Job): void {
    clearTimeout(this.idle)
    this.job = job
    this.child.ref()
    this.child.channel?.ref()
    const { signal } = job
    signal?.addEventListener('abort', this.abort, { once: true })
    this.watch(job)
    this.stalled = undefined
    this.progress = watchProgress(job.stalledAfterMs, (reached) => {
      this.stalled = new ComputeStalled(job.stalledAfterMs, reached)
      this.abort()
    })
    try {
      this.send({ type: 'run', kind: job.kind, input: job.input })
      if (signal?.aborted) this.abort()
    } catch (error) {
      // What cannot be cloned: the caller's fault, and the process knows nothing of it.
      this.settle((each) => each.reject(error))
    }
  }

  /** Whether what it holds from earlier jobs leaves this one the better part of what it may have. */
  hasRoomFor({ maxResidentBytes }: Job): boolean {
    if (maxResidentBytes === undefined || this.pid === undefined) return true
    return (residentNow(this.pid) ?? 0) <= maxResidentBytes / 2
  }

  /** Ends it once it has had nothing to do for so long. */
  endAfter(ms: number): void {
    this.idle = setTimeout(() => this.end(), ms).unref()
  }

  /** Lets it go; what it is doing is lost. */
  end(): Promise<void> {
    this.isEnding = true
    if (this.child.connected) this.child.disconnect()
    const force = setTimeout(() => this.child.kill('SIGKILL'), END_MS)
    return this.ended.finally(() => clearTimeout(force))
  }

  /** Resolves with how it ended, once nothing more can come from it. */
  private async untilEnded(): Promise<string> {
    const { child } = this
    const disconnected = new Promise<void>((resolve) => child.once('disconnect', resolve))
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(`could not be started: ${error.message}`))
      // Its last message may still be on its way when it has ended.
      child.once('exit', (status, signal) => {
        const how = signal ? `was ended by ${signal}` : `ended with status ${status}`
        if (child.connected) void disconnected.then(() => resolve(how))
        else resolve(how)
      })
    })
  }

  private watch({ maxResidentBytes }: Job): void {
    if (maxResidentBytes === undefined || this.pid === undefined) return
    this.endWatch = watchMemory(this.pid, maxResidentBytes, () => {
      this.hasExceeded = true
      this.child.kill('SIGKILL')
    })
  }

  /** What is said to who waits for the job that the process died of. */
  private reasonOf({ signal, maxResidentBytes }: Job, how: string): unknown {
    if (signal?.aborted) return signal.reason
    if (this.hasExceeded && maxResidentBytes !== undefined) return new ComputeMemoryExceeded(maxResidentBytes)
    if (this.stalled) return this.stalled
    return new ComputeProcessDied(how, lastWords(this.stderr))
  }

  private readonly abort = () => {
    const { job } = this
    this.send({ type: 'abort' })
    const force = setTimeout(() => this.job === job && this.child.kill('SIGKILL'), job?.abortGraceMs)
    force.unref()
  }

  private send(message: ToProcess): void {
    // One that dies meanwhile says so by its end.
    if (this.child.connected) this.child.send(message, () => undefined)
  }

  private hear(message: FromProcess): void {
    if (message.type === 'progress') {
      this.progress?.tell(message.fraction)
      this.job?.onProgress?.(message.fraction)
    } else if (message.type === 'done') this.settle((job) => job.resolve(message.output))
    else
      this.settle(({ signal, reject }) =>
        reject(signal?.aborted ? signal.reason : (this.stalled ?? fromPlainError(message.error))),
      )
  }

  private settle(how: (job: Job) => void): void {
    const { job } = this
    if (!job) return
    this.job = null
    this.endWatch()
    this.progress?.end()
    job.signal?.removeEventListener('abort', this.abort)
    this.release()
    how(job)
    this.onFree()
  }

  /** An idle one must not keep this process from ending. */
  private release(): void {
    this.child.unref()
    this.child.channel?.unref()
    ;(this.child.stderr as unknown as { unref?: () => void } | null)?.unref?.()
  }
}
