import type { PlainError } from './plainError'

/** What goes to a process. It does one job at a time, so an abort needs no name. */
export type ToProcess = { type: 'run'; kind: string; input: unknown } | { type: 'abort' }

/** What comes back: any number of `progress`, then one of the others. */
export type FromProcess =
  | { type: 'progress'; fraction: number }
  | { type: 'done'; output: unknown }
  | { type: 'failed'; error: PlainError }

export interface JobPorts {
  signal: AbortSignal
  /** 0 to 1. */
  onProgress: (fraction: number) => void
}

/** Does a job of some kind. Unknown kinds are a fault of the caller and may throw. */
export type RunJob = (kind: never, input: never, ports: JobPorts) => Promise<unknown>
