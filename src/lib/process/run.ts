import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProcessError } from './ProcessError'

export interface RunOptions {
  /** Written to the child's stdin, which is then closed. Pieces are asked for as the child reads them. */
  input?: string | Buffer | AsyncIterable<Buffer>
  /** Aborting kills the child and everything it started. */
  signal?: AbortSignal
  /** After this many milliseconds the child is killed. */
  timeoutMs: number
  cwd?: string
  /** Bytes of stdout kept; a child that writes more is killed. @default 64 MiB */
  maxStdoutBytes?: number
  /** Sees stdout as it arrives, for progress. What it sees is still returned; what it throws ends the child. */
  onStdout?: (chunk: Buffer) => void
}

export interface RunResult {
  stdout: Buffer
  /** The last 16 KiB of it. */
  stderr: string
}

const DEFAULT_MAX_STDOUT_BYTES = 64 * 1024 * 1024
const MAX_STDERR_CHARACTERS = 16 * 1024

/** What a timer can hold; beyond it, it fires at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1

const running = new Set<ChildProcess>()
let isExitHookInstalled = false

/**
 * Runs a program to its end, without a shell.
 *
 * The child leads a process group of its own, so that abort and timeout reach its children too. Such a
 * group no longer dies with the terminal's Ctrl-C, hence the hook that kills what still runs at exit.
 *
 * @throws {ProcessError} `not-found`, `timeout`, `aborted`, `too-much-output`, or `exit` for a status other than 0
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { signal, timeoutMs, maxStdoutBytes = DEFAULT_MAX_STDOUT_BYTES } = options
  const name = basename(command)
  if (signal?.aborted) {
    return Promise.reject(new ProcessError('aborted', `${name} was not started: aborted`, cause(signal)))
  }

  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      detached: process.platform !== 'win32',
      shell: false,
      stdio: 'pipe',
      windowsHide: true,
    })
    track(child)

    const chunks: Buffer[] = []
    let stdoutBytes = 0
    let stderr = ''
    /** Why we killed it; decides the error once the child is really gone. */
    let killedBecause: { error: unknown } | null = null

    const kill = (error: unknown) => {
      killedBecause ??= { error }
      killGroup(child)
    }
    const onAbort = () => kill(new ProcessError('aborted', `${name} was aborted`, cause(signal)))
    const timer = setTimeout(
      () => kill(new ProcessError('timeout', `${name} took longer than ${timeoutMs} ms`)),
      Math.min(timeoutMs, LONGEST_TIMEOUT_MS),
    )
    signal?.addEventListener('abort', onAbort, { once: true })

    const finish = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      running.delete(child)
    }

    child.stdout.on('data', (chunk: Buffer) => {
      stdoutBytes += chunk.length
      if (stdoutBytes > maxStdoutBytes) {
        kill(new ProcessError('too-much-output', `${name} wrote more than ${maxStdoutBytes} bytes`))
        return
      }
      chunks.push(chunk)
      try {
        options.onStdout?.(chunk)
      } catch (error) {
        // Thrown on from here it would take the whole process down.
        kill(error)
      }
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-MAX_STDERR_CHARACTERS)
    })
    // A child that stops reading closes the pipe under us; its exit status tells the story better than EPIPE.
    child.stdin.on('error', () => {})
    const { input = '' } = options
    if (typeof input === 'string' || Buffer.isBuffer(input)) child.stdin.end(input)
    else {
      const watched = watch(input, kill)
      pipeline(Readable.from(watched, { objectMode: false }), child.stdin).catch(() => {})
    }

    child.on('error', (error: NodeJS.ErrnoException) => {
      finish()
      const isMissing = error.code === 'ENOENT' || error.code === 'EACCES'
      reject(
        new ProcessError(isMissing ? 'not-found' : 'exit', `${name} could not be started: ${error.message}`, {
          cause: error,
        }),
      )
    })
    child.on('close', (exitCode, exitSignal) => {
      finish()
      if (killedBecause) return reject(withStderr(killedBecause.error, stderr))
      if (exitCode === 0) return resolve({ stdout: Buffer.concat(chunks), stderr })
      const how = exitSignal ? `was killed by ${exitSignal}` : `ended with status ${exitCode}`
      const said = lastLines(stderr)
      reject(new ProcessError('exit', `${name} ${how}${said ? `: ${said}` : ''}`, { exitCode, stderr }))
    })
  })
}

/** Passes on what an input yields, and says where it failed: the child is not to take half of it for the whole. */
async function* watch(input: AsyncIterable<Buffer>, fail: (error: unknown) => void): AsyncGenerator<Buffer> {
  // A pipe that breaks throws at the yield: that is the child's doing, not the input's.
  let isReading = true
  try {
    for await (const piece of input) {
      isReading = false
      yield piece
      isReading = true
    }
  } catch (error) {
    if (isReading) fail(error)
    throw error
  }
}

function track(child: ChildProcess) {
  running.add(child)
  if (isExitHookInstalled) return
  isExitHookInstalled = true
  process.once('exit', () => {
    for (const each of running) killGroup(each)
  })
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}

function cause(signal: AbortSignal | undefined) {
  return { cause: signal?.reason }
}

function withStderr(error: unknown, stderr: string): unknown {
  if (!(error instanceof ProcessError)) return error
  return new ProcessError(error.code, error.message, { stderr, cause: error.cause })
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' | ').slice(-600)
}
