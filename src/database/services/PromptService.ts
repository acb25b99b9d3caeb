import type { PromptsExecuted, PromptTemplate } from '@/payload-types'
import { callable, Service } from './Service'

export interface RecordCallDTO {
  /** Why: the task type, or what a person asked for. */
  purpose: string
  provider: string
  model?: string
  renderedPrompt?: string
  parameters?: unknown
  result?: unknown
  error?: string
  inputTokens?: number
  outputTokens?: number
  costMicroUsd?: number
  latencyMs?: number
  projectId?: string | null
  taskId?: string | null
  userId?: string | null
  templateId?: string
  templateVersion?: number
}

class PromptServiceClass extends Service {
  /** Writes one AI call into the ledger. */
  async record(call: RecordCallDTO): Promise<PromptsExecuted> {
    const payload = await this.payload()
    const { projectId, taskId, userId, templateId, ...rest } = call
    const data = {
      ...rest,
      costMicroUsd: call.costMicroUsd ?? 0,
      project: projectId ?? null,
      task: taskId ?? null,
      user: userId ?? null,
      template: templateId ?? null,
    }
    // Not through access control: nobody may write the ledger but the system.
    return payload.create({
      collection: 'prompts-executed',
      data: data as never,
      depth: 0,
      overrideAccess: true,
    })
  }

  /** The newest published version of a template, or the version asked for. Null where there is none. */
  async findTemplate(key: string, version?: number): Promise<PromptTemplate | null> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'prompt-templates',
      where: {
        and: [
          { key: { equals: key } },
          { _status: { equals: 'published' } },
          ...(version === undefined ? [] : [{ version: { equals: version } }]),
        ],
      },
      sort: '-version',
      limit: 1,
      depth: 0,
      ...this.access(),
    })
    return docs[0] ?? null
  }

  /** What a project's AI calls have cost so far, in millionths of a US dollar. */
  async costOf(projectId: string): Promise<number> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'prompts-executed',
      where: { and: [{ project: { equals: projectId } }, { costMicroUsd: { greater_than: 0 } }] },
      select: { costMicroUsd: true },
      depth: 0,
      pagination: false,
      ...this.access(),
    })
    return docs.reduce((sum, call) => sum + (call.costMicroUsd ?? 0), 0)
  }
}

export const PromptService = callable(PromptServiceClass)
export type PromptService = PromptServiceClass
