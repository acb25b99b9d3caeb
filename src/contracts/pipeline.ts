import type { Payload } from 'payload'
import type { ProviderCapability, ProviderOutput, ProviderRequest } from './provider'
import type { ClaimedTask, NewTask } from './task'

/** What a handler gets to do its work with. Everything a task does to the world goes through here or through services. */
export interface TaskPorts {
  readonly task: ClaimedTask
  readonly payload: Payload
  /** Aborts when the lease is lost, the task is cancelled or the worker must stop at once. */
  readonly signal: AbortSignal
  /** Stored with the next heartbeat. @param percentage 0 to 100 @param stage plain words */
  progress(percentage: number, stage: string): void
  /**
   * Makes sure that the lease still holds, to be called before writing a result.
   * @throws {LeaseLost} where it does not
   */
  assertLease(): Promise<void>
  /**
   * Has a provider do something, once: what it accepted is stored before it is polled, and an attempt after
   * a crash polls on instead of asking (and paying) again. `key` tells several calls of one task apart.
   * @throws {ProviderError}
   */
  call<K extends ProviderCapability>(
    request: Extract<ProviderRequest, { kind: K }>,
    options?: { key?: string },
  ): Promise<ProviderCall<K>>
}

export interface ProviderCall<K extends ProviderCapability> {
  output: ProviderOutput[K]
  provider: string
  costMicroUsd: number
}

/** What a handler hands back when its work is done. */
export interface TaskOutcome {
  /** Small and plain: shown with the task. */
  result: Record<string, unknown>
  /** Further work; the task counts as done when its children are. */
  children?: Array<
    Omit<NewTask, 'parentId' | 'runId' | 'projectId' | 'episodeId' | 'idempotencyKey'> & {
      /** Tells the children of one task apart: a repeated attempt must name the same child the same way. */
      key: string
    }
  >
}

/**
 * One type of task. `run` may be called again after a crash at any point of an earlier attempt: it must find
 * what that attempt already made (by `sourceTask`) and go on, never make it twice.
 */
export interface TaskHandler {
  readonly type: string
  /** For people. */
  readonly label: string
  run(ports: TaskPorts): Promise<TaskOutcome>
}

/** Work that comes back by itself, each night. */
export interface RecurringTask {
  /** The type of a handler. */
  readonly type: string
  /** For people, in the queue. */
  readonly title: string
  /** 0 to 23, in UTC: workers in several places mean the same night. */
  readonly hourUtc: number
}
