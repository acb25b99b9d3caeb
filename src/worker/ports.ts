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
import { LeaseLost, UnknownAcceptance } from '@/errors/task'
import { ProviderError } from '@/providers/ProviderError'
import { getProvider, providerFor, providers } from '@/providers/registry'

/** What is stored on the task for each provider call, by the call's key. */
type StoredCall =
  /** Written before the provider is asked. */
  | { phase: 'starting'; provider: string }
  /** Written once the provider has accepted. */
  | { phase: 'accepted'; provider: string; operation: ProviderOperation }

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

/** The ports of one attempt at one task. */
export class WorkerPorts implements TaskPorts {
  /** What the next heartbeat stores. */
  latestProgress: TaskProgress | undefined
  /** Sum of what this attempt's calls have cost. */
  costMicroUsd = 0
  private readonly startedAt = Date.now()
  private readonly calls: Record<string, StoredCall>

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
    try {
      const operation = await this.accepted(key, request)
      const { result, costMicroUsd } = await this.finished<K>(operation, request)
      this.costMicroUsd += costMicroUsd
      await this.record(request, provider.name, { costMicroUsd, latencyMs: Date.now() - startedAt, result })
      return { output: result, provider: provider.name, costMicroUsd }
    } catch (error) {
      if (error instanceof ProviderError) {
        await this.record(request, provider.name, { latencyMs: Date.now() - startedAt, error: error.message })
      }
      throw error
    }
  }

  /** The operation that the provider accepted, by this attempt or an earlier one. */
  private async accepted(key: string, request: ProviderRequest): Promise<ProviderOperation> {
    const before = this.calls[key]
    if (before?.phase === 'accepted') return before.operation
    const provider = before
      ? getProvider(before.provider, this.registry)
      : providerFor(request.kind, [], this.registry)
    const isFree = provider.estimate(request).microUsd === 0
    if (before?.phase === 'starting' && !isFree) throw new UnknownAcceptance(provider.name)
    // What costs nothing may be asked for twice; storing its every step would only cost time.
    if (!isFree) await this.store(key, { phase: 'starting', provider: provider.name })
    const operation = await provider.start(request, { signal: this.signal })
    if (!isFree) await this.store(key, { phase: 'accepted', provider: provider.name, operation })
    return operation
  }

  private async store(key: string, call: StoredCall): Promise<void> {
    this.calls[key] = call
    const tasks = new TaskService({ payload: this.payload })
    if (!(await tasks.saveOperation(this.task, { calls: this.calls }))) throw new LeaseLost()
  }

  private async finished<K extends ProviderCapability>(
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
