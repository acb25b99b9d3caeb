import type { CollectionSlug, DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import type { ClaimedTask, ClaimOptions, NewTask, Settlement, TaskProgress } from './task'

/** What an engine can do beyond the common ground. Callers ask here, never for the engine's name. */
export interface EngineCapabilities {
  /** Several writes commit or fail together through Payload's `req.transactionID`. */
  hasTransactions: boolean
  hasTextSearch: boolean
  /** The engine removes old rows by itself. Where false, a sweep does. */
  hasTtl: boolean
  hasVectorSearch: boolean
  /** More than one process may open the database. */
  isMultiProcess: boolean
}

export type RenewOutcome =
  /** The lease is yours for another `leaseSeconds`. */
  | 'renewed'
  /** Another worker has it, or it was settled: stop, write nothing. */
  | 'lost'
  /** A person cancelled the task: stop, then settle as cancelled. */
  | 'cancel-requested'

/**
 * The atomic heart of the task queue. Every operation is one atomic step of its own, safe against any number
 * of callers at once. Times are Dates; ids are strings.
 */
export interface TaskStore {
  /**
   * Inserts tasks. One whose idempotencyKey exists already is left out.
   * @returns the id of each task in the order given: of the one inserted, or of the one that was there.
   */
  insert(tasks: NewTask[]): Promise<string[]>
  /**
   * Takes up to `limit` ready tasks, highest priority first, oldest first within one priority, and leases
   * them to the caller. No task is given to two callers. Losers get other tasks or an empty list, never an error.
   */
  claim(options: ClaimOptions): Promise<ClaimedTask[]>
  /** Extends a lease and stores progress, only where `token` still holds it. */
  renew(args: {
    id: string
    token: string
    leaseSeconds: number
    progress?: TaskProgress
  }): Promise<RenewOutcome>
  /** Stores the provider's operation under a lease. False where the lease is lost: the caller must stop. */
  saveOperation(args: { id: string; token: string; operation: unknown }): Promise<boolean>
  /**
   * Ends an attempt, only where `token` still holds the lease. False where it does not: nothing was written.
   * `event` is appended with the settlement, and not without it: in one step where the engine can, else right
   * after it.
   */
  settle(args: { id: string; token: string; settlement: Settlement; event?: NewEvent }): Promise<boolean>
  /** Moves `scheduled` tasks whose time has come to `ready`. @returns how many. */
  promoteDue(now: Date): Promise<number>
  /**
   * Takes back tasks whose lease ran out: to `ready`, or to `dead` after the last attempt.
   * `isExclusiveOwner` says that no other process can hold a lease, so every lease is void (start of an
   * embedded server). @returns the tasks taken back.
   */
  recoverExpired(args: {
    now: Date
    isExclusiveOwner?: boolean
  }): Promise<Array<{ id: string; state: 'ready' | 'dead' }>>
  /**
   * Completes every task in `awaiting-children` that has no unfinished child, and makes ready every
   * `waiting` task whose dependencies are all finished. Idempotent: a crash between two steps is mended by
   * the next call. `about` narrows the work to what the end of one task can have released.
   * @returns ids that changed.
   */
  release(about?: {
    id: string
    parentId: string | null
  }): Promise<{ completed: string[]; readied: string[] }>
  /** Cancels a task and all below it that have not ended; running ones get a cancel request. @returns ids. */
  cancel(where: { id: string } | { runId: string }): Promise<string[]>
  /** Which of these running tasks a person has cancelled: a read, for those who have them in hand. @returns ids. */
  cancelRequested(ids: readonly string[]): Promise<string[]>
  /** A dead task starts over with its attempts counted from zero. False where it is not dead. */
  retryDead(id: string): Promise<boolean>
  /** A dead task is given up: what waits for it goes on without it. False where it is not dead. */
  discardDead(id: string): Promise<boolean>
  /** Puts back into `ready` what the caller still holds, without counting the attempt (graceful stop). */
  giveBack(args: { id: string; token: string }): Promise<boolean>
  /** Counts per state and type of a run, for its status document. */
  countRun(runId: string): Promise<Array<{ type: string; state: string; isStep: boolean; count: number }>>
  /** Removes tasks that ended before the given time, `limit` at most. @returns how many. */
  sweepFinished(before: Date, limit: number): Promise<number>
}

export interface NewEvent {
  type: string
  action: string
  entityCollection: string
  entityId: string
  projectId: string | null
  actorId: string | null
  actorKind: 'user' | 'worker' | 'system'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  requestId: string | null
}

/** The append-only event log. */
export interface EventStore {
  /** Appends events in order, each with the next sequence number. @returns the last sequence given. */
  append(events: NewEvent[]): Promise<number>
}

/** A lock with a lease: whoever crashes loses it after `seconds`. */
export interface LockStore {
  /** True: it is yours. False: another holder has it and its lease still runs. */
  acquire(name: string, token: string, seconds: number): Promise<boolean>
  release(name: string, token: string): Promise<void>
  /** Whether anybody has it at this moment. */
  isHeld(name: string): Promise<boolean>
}

/** How often something may be tried within a time. */
export interface RateLimit {
  /** Two limits of one name count together. */
  name: string
  tries: number
  seconds: number
}

/** What is left after a try. */
export interface TriesLeft {
  isAllowed: boolean
  left: number
  /** Seconds until all tries are there again; at least one. */
  resetSeconds: number
}

/**
 * Tries, counted for whatever they are counted by. Each operation is one atomic step: of any number of tries at once,
 * in all processes that have the database open, no more are allowed than the limit says.
 */
export interface RateLimitStore {
  /** Counts a try, also one that is refused. */
  take(limit: RateLimit, key: string): Promise<TriesLeft>
  /** Gives one try back, that was none. */
  giveBack(limit: RateLimit, key: string): Promise<void>
  /** Forgets all tries. */
  forget(limit: RateLimit, key: string): Promise<void>
}

/** A document as it is stored: with its id, times and what hooks would have computed. */
export interface NewDocument {
  id: string
  [field: string]: unknown
}

/** A version of a document, as it is kept beside it. */
export interface NewVersion {
  /** The whole document, with or without its id. */
  data: Record<string, unknown>
  createdAt: string
  updatedAt: string
}

/** What changes in a document that is there. */
export interface DocumentChange {
  id: string
  /** Fields and their values. Where a list or a relationship to many is among them: the whole document. */
  data: Record<string, unknown>
  /** Kept together with the change, in this order. */
  versions?: NewVersion[]
  /** Appended together with the change, in this order. */
  events?: NewEvent[]
}

/**
 * A database under Showrunner: Payload's adapter, and the few operations that must be atomic and that
 * Payload's adapters cannot do.
 */
export interface DatabaseEngine {
  readonly name: 'sqlite' | 'mongodb'
  readonly capabilities: EngineCapabilities
  /** Payload's adapter, to be put into its config. Its instance carries the engine as `payload.db.engine`. */
  readonly adapter: DatabaseAdapterObj
  readonly tasks: TaskStore
  readonly events: EventStore
  readonly locks: LockStore
  readonly rateLimits: RateLimitStore
  /** Called once after Payload has connected: migrations, and the indexes that its adapter cannot declare. */
  prepare(payload: Payload): Promise<void>
  /**
   * Takes back the newest migration that has run. @returns its name; null where there is none to take back.
   * @throws where a newer version of Showrunner ran it
   */
  rollBack(payload: Payload): Promise<string | null>
  /**
   * Writes many new documents past validation and hooks, in order. A document is written whole or not at all; where it
   * throws, those before may be there. Twice as fast and more than one by one.
   */
  insertDocuments(
    payload: Payload,
    args: { collection: CollectionSlug; documents: NewDocument[]; onInserted?: () => void },
  ): Promise<void>
  /**
   * Changes many documents past validation and hooks, in order. What would have been computed and recorded comes along.
   * SQLite writes each document with its versions and its events or nothing of it; MongoDB writes the versions first,
   * the document, then the events.
   */
  changeDocuments(
    payload: Payload,
    args: { collection: CollectionSlug; changes: DocumentChange[] },
  ): Promise<void>
  /**
   * Does something once what a request has written is there for everybody: at once where it has no transaction, after
   * its commit where it has, never where that is rolled back. For what many write from requests of their own, such as
   * counts: within transactions, one of two at once would be refused. Of work under one name the last is done.
   * Where it fails after a commit, that is logged: what is committed stays.
   *
   * @param work with no request of before: its transaction is over
   */
  afterCommit(
    req: Pick<PayloadRequest, 'transactionID'>,
    name: string,
    work: () => Promise<void>,
  ): Promise<void>
  /**
   * Says that a request is about to write a document that it has read, as Payload does: whole. Where somebody else has
   * written it since, the write is refused with a `Conflict`. Of engines whose transactions do that, nothing.
   */
  keepRead(
    req: Pick<PayloadRequest, 'context'>,
    collection: string,
    document: { id: string | number; updatedAt: string },
  ): void
  /** An id for a new document, in this engine's form and in order of time. */
  newId(): string
  /** True where the database answers. */
  ping(): Promise<boolean>
}
