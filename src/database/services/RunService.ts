import { v7 as uuid } from 'uuid'
import { env } from '@/config/env'
import {
  type NewTask,
  PIPELINE_ORDER,
  PIPELINE_STEPS,
  type PipelineStep,
  type RedoPlan,
  type RunStatus,
  type StartRunArgs,
} from '@/contracts'
import { AiDisabled, Conflict, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Episode, Task } from '@/payload-types'
import { EpisodeService } from './EpisodeService'
import { withLock } from './locks/withLock'
import { noteCancelled } from './runs/cancelledBy'
import { planRedo } from './runs/planRedo'
import { runStatus } from './runs/runStatus'
import { callable, Service } from './Service'
import { buildBoard } from './storyboard/buildBoard'
import { loadBoardSources } from './storyboard/loadBoardSources'
import { TaskService } from './TaskService'
import { cancelTasks } from './tasks/cancelTasks'

/** What each step needs to have ended before it, if it is part of the same run. */
const NEEDS: Record<PipelineStep, PipelineStep[]> = {
  'analyse-script': [],
  'speak-dialogue': ['analyse-script'],
  // After the voices: a shot must be as long as what is really said in it.
  'suggest-shots': ['analyse-script', 'speak-dialogue'],
  'draw-panel': ['suggest-shots', 'analyse-script'],
  assemble: ['draw-panel', 'speak-dialogue', 'suggest-shots', 'analyse-script'],
}

class RunServiceClass extends Service {
  /** For doors, before they take in a body. @throws {NotFound} @throws {Forbidden} */
  async assertMayStart(episodeId: string): Promise<void> {
    await this.episodeToChange(episodeId)
  }

  /**
   * Starts the pipeline, or some of its steps, for an episode.
   *
   * @throws {NotFound} @throws {Forbidden} @throws {ValidationError}
   * @throws {AiDisabled} where AI is off for the server or the project
   * @throws {Conflict} where a run of the whole episode is going on
   */
  async start(args: StartRunArgs): Promise<RunStatus> {
    const episode = await this.episodeToChange(args.episodeId)
    await this.assertAiEnabled(relationId(episode.project))
    const steps = PIPELINE_ORDER.filter((step) => (args.steps ?? PIPELINE_ORDER).includes(step))
    const unknown = (args.steps ?? []).filter((step) => !(step in PIPELINE_STEPS))
    if (unknown.length > 0) {
      throw new ValidationError([{ field: 'steps', message: `names unknown steps: ${unknown.join(', ')}` }])
    }
    if (steps.length === 0) throw new ValidationError([{ field: 'steps', message: 'names no step' }])
    await this.assertOwnPart(episode, args)

    // Two people who press the button at the same moment start one run.
    return withLock(
      {
        payload: await this.payload(),
        name: `run:${episode.id}`,
        waitSeconds: 10,
        message: 'This episode is being started already.',
      },
      () => this.enqueueSteps(episode, steps, args),
    )
  }

  /**
   * What a run with `mode: 'all'` would do, before it is started. Changes nothing.
   * @throws {NotFound} @throws {Forbidden} @throws {ValidationError} where scenes or shots of another episode are named
   */
  async planRedo(args: Omit<StartRunArgs, 'mode'>): Promise<RedoPlan> {
    const episode = await this.episodeToChange(args.episodeId)
    await this.assertOwnPart(episode, args)
    const sources = await loadBoardSources(await this.payload(), this.access(), String(episode.id))
    return planRedo(buildBoard(this.required(sources, 'episode', args.episodeId)), args)
  }

  private async enqueueSteps(
    episode: Episode,
    steps: PipelineStep[],
    args: StartRunArgs,
  ): Promise<RunStatus> {
    const isPartial = Boolean(args.sceneIds?.length || args.shotIds?.length)
    const current = await this.latestForEpisode(String(episode.id))
    if (!isPartial && current?.state === 'running') {
      throw new Conflict('This episode is being worked on already. Wait for it or cancel it first.', {
        runId: current.runId,
      })
    }
    const runId = uuid()
    const engine = await this.engine()
    const ids = new Map(steps.map((step) => [step, engine.newId()]))
    // All in one insert: a crash leaves a whole run or none.
    await new TaskService(this.context).enqueue(
      steps.map((step) => ({ ...this.stepTask(step, runId, episode, args, ids), id: ids.get(step) })),
    )
    return this.required(await this.status(runId), 'run', runId)
  }

  /** Null where there is none, or none that the user may see. */
  async status(runId: string): Promise<RunStatus | null> {
    const steps = await this.stepsOf(runId)
    return steps.length === 0 ? null : runStatus(await this.payload(), runId, steps)
  }

  /** A run's step tasks that the user may see: what access control is asked about. */
  private async stepsOf(runId: string): Promise<Task[]> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'tasks',
      where: { and: [{ runId: { equals: runId } }, { isStep: { equals: true } }] },
      depth: 0,
      pagination: false,
      ...this.access(),
    })
    return docs
  }

  /** The run that was started last for an episode. */
  async latestForEpisode(episodeId: string): Promise<RunStatus | null> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'tasks',
      where: {
        and: [{ episode: { equals: episodeId } }, { isStep: { equals: true } }, { runId: { exists: true } }],
      },
      sort: '-createdAt',
      limit: 1,
      depth: 0,
      ...this.access(),
    })
    const runId = docs[0]?.runId
    return runId ? this.status(runId) : null
  }

  /** Runs going on, newest first. */
  async findRunning(limit: number): Promise<RunStatus[]> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: 'tasks',
      where: {
        and: [
          { isStep: { equals: true } },
          { runId: { exists: true } },
          { state: { in: ['ready', 'running', 'waiting', 'scheduled', 'awaiting-children'] } },
        ],
      },
      sort: '-createdAt',
      limit: 50,
      pagination: false,
      depth: 0,
      select: { runId: true },
      ...this.access(),
    })
    const ids = [...new Set(docs.map(({ runId }) => runId).filter((id) => typeof id === 'string'))]
    const runs = await Promise.all(ids.slice(0, limit).map((id) => this.status(id)))
    return runs.filter((run) => run?.state === 'running') as RunStatus[]
  }

  /** Cancels what has not ended. @throws {NotFound} @throws {Forbidden} */
  async cancel(runId: string): Promise<RunStatus> {
    await this.runToChange(runId)
    const { tasks } = await this.engine()
    const cancelled = await cancelTasks(tasks, { runId })
    if (cancelled.length > 0) {
      const actorId = this.user ? String(this.user.id) : null
      await noteCancelled(await this.payload(), await this.stepsOf(runId), actorId)
    }
    return this.required(await this.status(runId), 'run', runId)
  }

  /**
   * Retries what failed and nothing else.
   * @throws {NotFound} @throws {Forbidden} @throws {Conflict} where nothing failed: a cancelled run is started anew
   */
  async retryFailed(runId: string): Promise<RunStatus> {
    const run = await this.runToChange(runId)
    if (run.failures.length === 0) {
      throw new Conflict(
        run.state === 'cancelled'
          ? 'This run was cancelled: nothing in it failed. Start a new one; what is there already is not made again.'
          : 'Nothing in this run has failed.',
        { state: run.state },
      )
    }
    const tasks = new TaskService(this.context)
    for (const failure of run.failures) await tasks.retry(failure.taskId)
    return this.required(await this.status(runId), 'run', runId)
  }

  private stepTask(
    step: PipelineStep,
    runId: string,
    episode: Episode,
    args: StartRunArgs,
    ids: Map<PipelineStep, string>,
  ): NewTask {
    return {
      type: step,
      title: `${PIPELINE_STEPS[step]}: ${episode.title}`,
      isStep: true,
      runId,
      projectId: relationId(episode.project),
      episodeId: String(episode.id),
      createdById: this.user ? String(this.user.id) : null,
      // Steps plan the work of a run: planning goes before doing.
      priority: 10,
      dependsOn: NEEDS[step].map((need) => ids.get(need)).filter((id): id is string => id !== undefined),
      input: {
        episodeId: String(episode.id),
        mode: args.mode ?? 'missing',
        ...(args.sceneIds?.length ? { sceneIds: args.sceneIds } : {}),
        ...(args.shotIds?.length ? { shotIds: args.shotIds } : {}),
      },
    }
  }

  private async episodeToChange(id: string): Promise<Episode> {
    const episode = this.required(await new EpisodeService(this.context).findById(id), 'episode', id)
    await this.assertInProject(
      episode.project,
      'write',
      'You may look at this project but not start work in it.',
    )
    return episode
  }

  private async runToChange(runId: string): Promise<RunStatus> {
    const run = this.required(await this.status(runId), 'run', runId)
    await this.assertInProject(run.projectId, 'write', 'You may look at this project but not change it.')
    return run
  }

  /** Scenes and shots that are named must be this episode's own. */
  private async assertOwnPart(episode: Episode, args: StartRunArgs): Promise<void> {
    const payload = await this.payload()
    for (const [field, collection, ids] of [
      ['sceneIds', 'scenes', args.sceneIds],
      ['shotIds', 'shots', args.shotIds],
    ] as const) {
      if (!ids?.length) continue
      const { totalDocs } = await payload.count({
        collection,
        where: { and: [{ id: { in: ids } }, { episode: { equals: episode.id } }] },
        overrideAccess: true,
      })
      if (totalDocs !== new Set(ids).size) {
        throw new ValidationError([{ field, message: `names ${collection} that are not in this episode` }])
      }
    }
  }

  private async assertAiEnabled(projectId: string | null): Promise<void> {
    if (!env().AI_ENABLED) throw new AiDisabled('Generation is switched off on this server.')
    if (!projectId) return
    const payload = await this.payload()
    const project = await payload.findByID({
      collection: 'projects',
      id: projectId,
      depth: 0,
      overrideAccess: true,
    })
    if (project.settings?.aiEnabled === false) {
      throw new AiDisabled('Generation is switched off for this project. Switch it on in its settings.')
    }
  }
}

export const RunService = callable(RunServiceClass)
export type RunService = RunServiceClass
