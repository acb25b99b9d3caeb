import type { Payload } from 'payload'
import type {
  ClaimedTask,
  Provider,
  ProviderCall,
  ProviderCapability,
  ProviderOperation,
  ProviderOutput,
  ProviderRequest,
  TaskPorts,
  TaskProgress,
} from '@/contracts'
import { PromptService } from '@/database/services/PromptService'
import { TaskService } from '@/database/services/TaskService'
import { LeaseLost, TaskCancelled, UnknownAcceptance } from '@/errors/task'
import { ProviderError } from '@/providers/ProviderError'
import { getProvider, providerFor, providers } from '@/providers/registry'

/** What is stored on the task for each provider call, by the call's key. */
type StoredCall =
  /** Written before the provider is asked. */
  | { phase: 'starting'; provider: string }
  /** Written once the provider has accepted. */
  | { phase: 'accepted'; provider: string; operation: ProviderOperation }
  /** Written when it was found in `starting`, before the task is held. Its attempts begin anew when a person retries it. */
  | { phase: 'undecided'; provider: string; attempt: number }

/** A call that has not ended. */
interface OpenCall {
  provider: Provider
  isFree: boolean
  /** Whether the provider has heard of it. */
  wasAsked: boolean
  /** Null until the provider has accepted. */
  operation: ProviderOperation | null
}

/** How long a provider may take to stop what was cancelled. */
const WITHDRAW_MS = 1_000

/** With these a provider says that it did not take the request; after any other error it may have. */
const REFUSALS: readonly string[] = ['authentication', 'invalid-request', 'rate-limited', 'unsupported']

const POLL_MS = [0, 200, 500, 1_000, 2_000, 5_000]

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (ms === 0) return resolve()
    const abort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, ms)
    signal.addEventListener('abort', abort, { once: true })
  })

/** Asks a provider to stop. @returns what to say where it did not. */
async function stopped(provider: Provider, operation: ProviderOperation): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It did not answer in time.')), WITHDRAW_MS)
  })
  try {
    await Promise.race([provider.cancel(operation), tooLong])
    return null
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `${provider.name} did not stop what it had taken and may charge for it: ${why}`
  } finally {
    clearTimeout(timer)
  }
}

/** The ports of one attempt at one task. */
export class WorkerPorts implements TaskPorts {
  /** What the next heartbeat stores. */
  latestProgress: TaskProgress | undefined
  /** Sum of what this attempt's calls have cost. */
  costMicroUsd = 0
  private readonly startedAt = Date.now()
  private readonly calls: Record<string, StoredCall>
  /** Calls that this attempt is waiting for. */
  private readonly open = new Set<OpenCall>()

  constructor(
    readonly task: ClaimedTask,
    readonly payload: Payload,
    readonly signal: AbortSignal,
    private readonly leaseSeconds: number,
    private readonly registry: ReadonlyMap<string, Provider> = providers,
  ) {
    const stored = task.operation as { calls?: Record<string, StoredCall> } | null
    this.calls = { ...stored?.calls }
  }

  progress(percentage: number, stage: string): void {
    const share = Math.min(100, Math.max(0, percentage))
    const elapsed = (Date.now() - this.startedAt) / 1000
    const etaSeconds = share < 5 ? null : Math.round((elapsed / share) * (100 - share))
    this.latestProgress = { percentage: Math.round(share), stage, etaSeconds }
  }

  async assertLease(): Promise<void> {
    this.signal.throwIfAborted()
    const tasks = new TaskService({ payload: this.payload })
    const outcome = await tasks.heartbeat(this.task, this.leaseSeconds, this.latestProgress)
    if (outcome === 'cancel-requested') throw new TaskCancelled()
    if (outcome !== 'renewed') throw new LeaseLost()
  }

  async call<K extends ProviderCapability>(
    request: Extract<ProviderRequest, { kind: K }>,
    { key = request.kind }: { key?: string } = {},
  ): Promise<ProviderCall<K>> {
    const startedAt = Date.now()
    const before = this.calls[key]
    const provider = before
      ? getProvider(before.provider, this.registry)
      : providerFor(request.kind, [], this.registry)
    const isFree = provider.estimate(request).microUsd === 0
    const open: OpenCall = { provider, isFree, wasAsked: false, operation: null }
    this.open.add(open)
    try {
      const operation = await this.accepted(key, request, open)
      const { result, costMicroUsd } = await this.finished<K>(key, operation, request)
      this.open.delete(open)
      this.costMicroUsd += costMicroUsd
      await this.record(request, provider.name, { costMicroUsd, latencyMs: Date.now() - startedAt, result })
      return { output: result, provider: provider.name, costMicroUsd }
    } catch (error) {
      // What ended for another reason than that it was stopped is nobody's to stop any more.
      if (!this.signal.aborted || (error instanceof ProviderError && REFUSALS.includes(error.code)))
        this.open.delete(open)
      if (error instanceof ProviderError || (error instanceof TaskCancelled && open.wasAsked)) {
        await this.record(request, provider.name, { latencyMs: Date.now() - startedAt, error: error.message })
      }
      throw error
    }
  }

  /** The operation that the provider accepted, by this attempt or an earlier one. */
  private async accepted(key: string, request: ProviderRequest, open: OpenCall): Promise<ProviderOperation> {
    const { provider, isFree } = open
    const before = this.calls[key]
    if (before?.phase === 'accepted') {
      Object.assign(open, { wasAsked: true, operation: before.operation })
      return before.operation
    }
    if (!isFree && before) await this.assertDecided(key, before)
    // Before anything is stored: what was never asked must not look as if it may have been.
    this.signal.throwIfAborted()
    // What costs nothing may be asked for twice; storing its every step would only cost time.
    if (!isFree) await this.store(key, { phase: 'starting', provider: provider.name })
    open.wasAsked = true
    const operation = await provider.start(request, { signal: this.signal }).catch(async (error) => {
      if (!isFree && error instanceof ProviderError && REFUSALS.includes(error.code)) await this.forget(key)
      throw error
    })
    open.operation = operation
    if (!isFree) await this.store(key, { phase: 'accepted', provider: provider.name, operation })
    return operation
  }

  /**
   * An earlier attempt asked and did not hear the answer: only a person can know whether it was accepted. After
   * a crash attempts count on; where they began anew, a person has looked and retried.
   *
   * @throws {UnknownAcceptance} while nobody has.
   */
  private async assertDecided(key: string, { phase, provider, ...call }: StoredCall): Promise<void> {
    if (phase === 'undecided' && 'attempt' in call && this.task.attempt <= call.attempt) return
    await this.store(key, { phase: 'undecided', provider, attempt: this.task.attempt })
    throw new UnknownAcceptance(provider)
  }

  /**
   * Asks the providers to stop what they were asked for and have not finished, after the task was cancelled.
   * @returns what may go on all the same, and cost money, in sentences.
   */
  async withdraw(): Promise<string[]> {
    const notes = await Promise.all(
      [...this.open]
        .filter(({ wasAsked }) => wasAsked)
        .map(async ({ provider, isFree, operation }) => {
          const what = operation
            ? await stopped(provider, operation)
            : `It is unknown whether ${provider.name} took this before it was cancelled; it may charge for it.`
          return isFree ? null : what
        }),
    )
    return notes.filter((note) => note !== null)
  }

  /** There is nothing to poll on: another attempt must ask anew. */
  private async forget(key: string): Promise<void> {
    if (!(key in this.calls)) return
    delete this.calls[key]
    await this.saveCalls()
  }

  private async store(key: string, call: StoredCall): Promise<void> {
    this.calls[key] = call
    await this.saveCalls()
  }

  private async saveCalls(): Promise<void> {
    const tasks = new TaskService({ payload: this.payload })
    if (!(await tasks.saveOperation(this.task, { calls: this.calls }))) throw new LeaseLost()
  }

  private async finished<K extends ProviderCapability>(
    key: string,
    operation: ProviderOperation,
    request: ProviderRequest,
  ): Promise<{ result: ProviderOutput[K]; costMicroUsd: number }> {
    const provider = getProvider(operation.provider, this.registry)
    for (let poll = 0; ; poll += 1) {
      await pause(POLL_MS[Math.min(poll, POLL_MS.length - 1)] as number, this.signal)
      const status = await provider.status(operation, request, { signal: this.signal })
      if (status.state === 'done') {
        return { result: status.result as ProviderOutput[K], costMicroUsd: status.cost.microUsd }
      }
      if (status.state === 'failed') {
        // The provider is done with it: polled on, it would only ever fail the same way.
        await this.forget(key)
        throw new ProviderError({
          provider: provider.name,
          code: 'failed',
          message: status.message,
          isRetryable: status.isRetryable,
        })
      }
      if (status.state === 'running' && status.progress !== null) {
        this.progress(status.progress, `Waiting for ${provider.name}`)
      }
    }
  }

  private async record(
    request: ProviderRequest,
    provider: string,
    outcome: { costMicroUsd?: number; latencyMs: number; result?: unknown; error?: string },
  ): Promise<void> {
    const output = outcome.result as
      | { model?: string; prompt?: string; file?: { filename: string } }
      | undefined
    const { file, ...plain } = output ?? {}
    await new PromptService({ payload: this.payload }).record({
      purpose: this.task.title ?? this.task.type,
      provider,
      model: output?.model,
      renderedPrompt: output?.prompt,
      parameters: request,
      result: file ? { ...plain, file: file.filename } : (output ?? null),
      error: outcome.error,
      costMicroUsd: outcome.costMicroUsd,
      latencyMs: outcome.latencyMs,
      projectId: this.task.projectId,
      taskId: this.task.id,
      userId: this.task.createdById,
    })
  }
}
