import { allOverlaysOf } from '@/database/services/projects/overlaysOf'
import type { QueueOverview } from '@/database/services/TaskService'
import { relationId } from '@/lib/ids'
import type { Project, Task } from '@/payload-types'
import type { QueueBody, TaskBody } from '../schemas'

/** What callers see of a task: never its input, its lease or the provider's handle. */
export function presentTask(task: Task): TaskBody {
  return {
    id: String(task.id),
    title: task.title ?? task.type,
    type: task.type,
    state: task.state,
    isCancelling: task.state === 'running' && Boolean(task.isCancelRequested),
    progress: {
      percentage: task.progress?.percentage ?? 0,
      stage: task.progress?.stage ?? null,
      etaSeconds: task.progress?.etaSeconds ?? null,
    },
    attempts: task.attempts ?? 0,
    maxAttempts: task.maxAttempts ?? 0,
    error: presentFailure(task.error),
    worker: task.worker ?? null,
    runId: task.runId ?? null,
    projectId: relationId(task.project),
    episodeId: relationId(task.episode),
    createdAt: task.createdAt,
    startedAt: task.startedAt ?? null,
    finishedAt: task.finishedAt ?? null,
  }
}

export const presentQueue = ({ running, failed, recent, ...rest }: QueueOverview): QueueBody => ({
  ...rest,
  running: running.map(presentTask),
  failed: failed.map(presentTask),
  recent: recent.map(presentTask),
})

function presentFailure(error: unknown): TaskBody['error'] {
  if (typeof error !== 'object' || error === null) return null
  const { message, code, isRetryable } = error as Record<string, unknown>
  return {
    message: typeof message === 'string' ? message : 'It failed without a word.',
    code: typeof code === 'string' ? code : null,
    isRetryable: typeof isRetryable === 'boolean' ? isRetryable : null,
  }
}

export interface ProjectBody {
  id: string
  title: string
  slug: string | null
  type: string
  status: string
  genre: string[]
  logline: string | null
  synopsis: string | null
  /** How many are planned; 0 where nobody said. */
  episodeCount: number
  /** How many there are. */
  episodesMade: number
  progress: Record<
    'percentage' | 'scenes' | 'shots' | 'panels' | 'panelsApproved' | 'dialogueLines' | 'dialogueLinesVoiced',
    number
  >
  settings: {
    fps: number
    aspectRatio: string
    resolution: string
    aiEnabled: boolean
    overlays: ReturnType<typeof allOverlaysOf>
  }
  createdAt: string
  updatedAt: string
}

/** A project as callers see it: who works on it and its money stay with those who manage it. */
export function presentProject(project: Project): ProjectBody {
  const { progress, settings } = project
  return {
    id: String(project.id),
    title: project.title,
    slug: project.slug ?? null,
    type: project.type,
    status: project.status,
    genre: project.genre ?? [],
    logline: project.logline ?? null,
    synopsis: project.synopsis ?? null,
    episodeCount: project.episodeCount ?? 0,
    episodesMade: project.episodesMade ?? 0,
    progress: {
      percentage: progress?.percentage ?? 0,
      scenes: progress?.scenes ?? 0,
      shots: progress?.shots ?? 0,
      panels: progress?.panels ?? 0,
      panelsApproved: progress?.panelsApproved ?? 0,
      dialogueLines: progress?.dialogueLines ?? 0,
      dialogueLinesVoiced: progress?.dialogueLinesVoiced ?? 0,
    },
    settings: {
      fps: settings?.fps ?? 24,
      aspectRatio: settings?.aspectRatio ?? '16:9',
      resolution: settings?.resolution ?? '1280x720',
      aiEnabled: settings?.aiEnabled !== false,
      overlays: allOverlaysOf(project),
    },
    createdAt: project.createdAt,
    updatedAt: project.updatedAt,
  }
}
