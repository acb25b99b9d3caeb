import type { Payload } from 'payload'
import {
  PIPELINE_ORDER,
  PIPELINE_STEPS,
  type RunStage,
  type RunState,
  type RunStatus,
  type RunWarning,
  type TaskFailure,
  type TaskState,
} from '@/contracts'
import { engineOf } from '@/database/engine'
import { SUBJECT_GONE } from '@/errors/task'
import { relationId } from '@/lib/ids'
import type { Task } from '@/payload-types'
import { cancelledBy } from './cancelledBy'
import { drawingShots } from './drawingShots'
import { drawnThough } from './drawnThough'
import { ENDS_LOOKED_AT, type StageAhead, secondsToGo } from './secondsToGo'

type Count = { type: string; state: string; isStep: boolean; count: number }

const sum = (counts: Count[], ...states: TaskState[]): number =>
  counts
    .filter((each) => states.includes(each.state as TaskState))
    .reduce((total, each) => total + each.count, 0)

function stageOf(type: RunStage['type'], counts: Count[], step: Task): RunStage {
  const own = counts.filter((each) => each.type === type)
  const units = own.filter((each) => !each.isStep)
  // A step that fans out is counted by its units; one that does the work itself by itself.
  const counted = units.length > 0 ? units : own
  const total = counted.reduce((all, each) => all + each.count, 0)
  const completed = sum(counted, 'completed', 'discarded')
  const isWhole = units.length === 0
  const percentage = isWhole ? (step.progress?.percentage ?? 0) : total === 0 ? 0 : (completed / total) * 100
  return {
    type,
    label: PIPELINE_STEPS[type],
    total,
    completed,
    failed: sum(own, 'dead', 'held'),
    inProgress: sum(counted, 'running'),
    waiting: sum(counted, 'waiting', 'scheduled', 'ready'),
    cancelled: sum(counted, 'cancelled'),
    percentage: Math.floor(step.state === 'completed' ? 100 : percentage),
  }
}

function stateOf(counts: Count[]): RunState {
  const active = sum(counts, 'ready', 'scheduled', 'running')
  if (active > 0) return 'running'
  if (sum(counts, 'dead', 'held') > 0) return 'failed'
  if (sum(counts, 'waiting', 'awaiting-children') > 0) return 'running'
  return sum(counts, 'cancelled') > 0 ? 'cancelled' : 'done'
}

/** Counts so many tasks that were cancelled as done: what they were to draw is there. */
const withDrawn = (counts: Count[], drawn: number): Count[] =>
  drawn === 0
    ? counts
    : [
        ...counts.map((each) =>
          each.type === 'draw-panel' && each.state === 'cancelled' && !each.isStep
            ? { ...each, count: each.count - drawn }
            : each,
        ),
        { type: 'draw-panel', state: 'completed', isStep: false, count: drawn },
      ]

/** Nothing is left but what is being stopped. */
function isBeingCancelled(counts: Count[], running: Task[]): boolean {
  const isGoingOn = sum(counts, 'ready', 'scheduled', 'waiting', 'awaiting-children') > 0
  return !isGoingOn && running.length > 0 && running.every((task) => task.isCancelRequested)
}

/** What the estimate needs to know of each stage; units that a person must decide on are nobody's work. */
async function stagesAhead(
  payload: Payload,
  runId: string,
  steps: Task[],
  counts: Count[],
): Promise<StageAhead[]> {
  return Promise.all(
    steps.map(async (step): Promise<StageAhead> => {
      const type = step.type as RunStage['type']
      const units = counts.filter((each) => each.type === type && !each.isStep)
      const all = units.reduce((total, each) => total + each.count, 0)
      const unitsLeft = sum(units, 'waiting', 'scheduled', 'ready', 'running')
      const isOver = ['completed', 'discarded', 'cancelled', 'dead', 'held'].includes(step.state)
      return {
        type,
        isOver,
        units: all > 0 ? all : isOver ? 0 : null,
        unitsLeft: all > 0 ? unitsLeft : null,
        lastEnds: unitsLeft > 0 ? await lastEnds(payload, runId, type) : [],
        ownSeconds: all === 0 && step.state === 'running' ? (step.progress?.etaSeconds ?? null) : null,
      }
    }),
  )
}

async function lastEnds(payload: Payload, runId: string, type: string): Promise<number[]> {
  const { docs } = await payload.find({
    collection: 'tasks',
    where: {
      and: [
        { runId: { equals: runId } },
        { state: { equals: 'completed' } },
        { type: { equals: type } },
        { isStep: { not_equals: true } },
      ],
    },
    select: { finishedAt: true },
    sort: '-finishedAt',
    limit: ENDS_LOOKED_AT,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(({ finishedAt }) => Date.parse(finishedAt ?? '')).reverse()
}

/** What the steps said when they ended. */
const warningsOf = (steps: Task[]): RunWarning[] =>
  steps.flatMap(({ result }) => (result as { warnings?: RunWarning[] } | null)?.warnings ?? [])

/** What was taken out while the run went, each once, by the tasks that found nothing to do. */
async function goneMeanwhile(payload: Payload, runId: string): Promise<RunWarning[]> {
  const { docs } = await payload.find({
    collection: 'tasks',
    where: { and: [{ runId: { equals: runId } }, { state: { equals: 'discarded' } }] },
    select: { error: true, input: true },
    sort: 'id',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const gone = docs.flatMap(({ error, input }): RunWarning[] => {
    const { code, message } = (error ?? {}) as Partial<TaskFailure>
    if (code !== SUBJECT_GONE || !message) return []
    const { sceneNumber = '', shotNumber = '' } = (input ?? {}) as Partial<RunWarning>
    return [{ kind: 'gone', sceneNumber, shotNumber, mediaId: null, message }]
  })
  return [...new Map(gone.map((warning) => [warning.message, warning])).values()]
}

/** What the step that puts the episode together said of its film. */
const withoutAnimatic = (steps: Task[]): RunStatus['withoutAnimatic'] => {
  const ended = steps.find(({ type }) => type === 'assemble')?.result
  return (ended as Partial<Pick<RunStatus, 'withoutAnimatic'>> | null | undefined)?.withoutAnimatic ?? null
}

/** The status document of a run. `steps` are its step tasks; the caller checked that they may be seen. */
export async function runStatus(payload: Payload, runId: string, steps: Task[]): Promise<RunStatus> {
  const counted = await engineOf(payload).tasks.countRun(runId)
  const list = (states: TaskState[], limit: number) =>
    payload.find({
      collection: 'tasks',
      where: { and: [{ runId: { equals: runId } }, { state: { in: states } }] },
      depth: 0,
      limit,
      pagination: false,
      overrideAccess: true,
    })
  const state = stateOf(counted)
  const counts = state === 'cancelled' ? withDrawn(counted, await drawnThough(payload, runId)) : counted
  const [running, failed, gone] = await Promise.all([
    list(['running'], 10),
    list(['dead', 'held'], 100),
    sum(counts, 'discarded') > 0 ? goneMeanwhile(payload, runId) : [],
  ])
  const stages = PIPELINE_ORDER.flatMap((type) => {
    const step = steps.find((each) => each.type === type)
    return step ? [stageOf(type, counts, step)] : []
  })
  const total = counts.reduce((all, each) => all + each.count, 0)
  const completed = sum(counts, 'completed', 'discarded')
  const startedAt = steps.map((step) => step.createdAt).sort()[0] as string
  const ends = steps
    .map((step) => step.finishedAt)
    .filter((time): time is string => Boolean(time))
    .sort()
  const isOver = state !== 'running'
  const isCancelling = !isOver && isBeingCancelled(counts, running.docs)
  return {
    runId,
    episodeId: relationId(steps[0]?.episode),
    projectId: relationId(steps[0]?.project),
    state,
    isCancelling,
    cancelled: state === 'cancelled' ? await cancelledBy(payload, steps) : null,
    percentage:
      state === 'done'
        ? 100
        : Math.floor(stages.reduce((all, stage) => all + stage.percentage, 0) / Math.max(1, stages.length)),
    stages,
    tasks: { total, completed, dead: sum(counts, 'dead', 'held') },
    failures: failed.docs.map((task) => ({
      taskId: String(task.id),
      title: task.title ?? task.type,
      message: (task.error as unknown as TaskFailure | null)?.message ?? 'It failed without a word.',
      attempts: task.attempts ?? 0,
      state: task.state as TaskState,
    })),
    warnings: [...gone, ...warningsOf(steps)],
    withoutAnimatic: withoutAnimatic(steps),
    running: running.docs
      .filter((task) => !task.isStep || (task.progress?.percentage ?? 0) > 0 || task.type === 'assemble')
      .map((task) => ({
        taskId: String(task.id),
        title: task.title ?? task.type,
        percentage: task.progress?.percentage ?? 0,
        stage: task.progress?.stage ?? null,
      })),
    drawing: isOver ? [] : drawingShots(steps, running.docs),
    startedAt,
    finishedAt: isOver ? (ends.at(-1) ?? null) : null,
    etaSeconds: isOver || isCancelling ? null : secondsToGo(await stagesAhead(payload, runId, steps, counts)),
  }
}
