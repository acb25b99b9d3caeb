import type { Payload } from 'payload'
import type { DraftEffects, SceneCoverage } from '@/contracts'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { AS_WRITTEN, type OneName } from '../names/oneName'
import type { AccessOptions } from '../Service'
import { soundsTheSame } from '../scenes/markStale'
import { isShownIn, type MovedText, pageChange, type ShownByShot } from '../scenes/pageChange'
import { plannedActionOf, sceneCoverage } from '../scenes/sceneCoverage'
import { countOf, whatChanged } from '../scenes/staleReason'
import type { ScenePlan } from '../scripts/planScenes'
import { NO_EFFECTS } from './presentDifference'

interface BoardShot extends ShownByShot {
  id: string
  dialogueLineIds: string[]
  actionShown: string[]
}

interface Board {
  shots: Map<string, BoardShot[]>
  panels: Map<string, Array<{ shotId: string | null; status: string; isStale: boolean }>>
}

const push = <Value>(map: Map<string, Value[]>, key: string | null, value: Value) => {
  if (key === null) return
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Shots and panels of an episode by scene, as far as the user may see them. */
export async function loadBoard(payload: Payload, episodeId: string, access: AccessOptions): Promise<Board> {
  const common = {
    where: { episode: { equals: episodeId } },
    depth: 0,
    pagination: false,
  } as const
  const { docs: shots } = await payload.find({
    ...common,
    ...access,
    collection: 'shots',
    select: { scene: true, dialogueLineIds: true, actionShown: true, origin: true },
  })
  const { docs: panels } = await payload.find({
    ...common,
    ...access,
    collection: 'panels',
    select: { scene: true, shot: true, status: true, isStale: true },
  })
  const board: Board = { shots: new Map(), panels: new Map() }
  for (const { id, scene, dialogueLineIds, actionShown, origin } of shots)
    push(board.shots, relationId(scene), {
      id: String(id),
      dialogueLineIds: dialogueLineIds ?? [],
      actionShown: actionShown ?? [],
      origin,
    })
  for (const { scene, shot, status, isStale } of panels)
    push(board.panels, relationId(scene), { shotId: relationId(shot), status, isStale: Boolean(isStale) })
  return board
}

const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
const are = (count: number, noun: string, rest: string) => sentence(`${countOf(count, noun)} ${rest}`)

/**
 * What a plan means for what hangs on each stored scene, by its id. Scenes that nothing happens to are not in it.
 *
 * @param name what people and places are called: another name of somebody hits no picture
 */
export function effectsOfPlan(
  plan: ScenePlan,
  board: Board,
  name: OneName = AS_WRITTEN,
): Map<string, DraftEffects> {
  const effects = new Map<string, DraftEffects>()
  for (const scene of plan.gone) effects.set(scene.id, ofGone(scene, board))
  for (const { stored, data } of plan.stays)
    effects.set(stored.id, ofChanged(stored, data, board, { name, moved: plan.moved }))
  return effects
}

const recorded = (scene: Scene) =>
  (scene.dialogueLines ?? []).filter(({ audio }) => relationId(audio) !== null)

function ofGone(scene: Scene, board: Board): DraftEffects {
  const panels = board.panels.get(scene.id) ?? []
  const shots = board.shots.get(scene.id)?.length ?? 0
  const recordings = recorded(scene).length
  const approved = panels.filter(({ status }) => status === 'approved').length
  const locked = panels.filter(({ status }) => status === 'locked').length
  const messages: string[] = []
  if (locked > 0)
    messages.push(
      are(locked, 'panel', `of it ${locked === 1 ? 'is' : 'are'} locked: unlock before taking it out`),
    )
  if (approved > 0) messages.push(are(approved, 'approved panel', 'would go with it'))
  const what = [
    shots > 0 ? countOf(shots, 'shot') : '',
    panels.length > 0 ? countOf(panels.length, 'panel') : '',
    recordings > 0 ? countOf(recordings, 'recording') : '',
  ].filter(Boolean)
  messages.push(
    what.length > 0 ? `It goes into the trash with ${what.join(', ')}.` : 'It goes into the trash.',
  )
  return {
    ...NO_EFFECTS,
    shots,
    panels: panels.length,
    approved,
    locked,
    recordings,
    recordingsStale: recordings,
    isTrashed: true,
    messages,
  }
}

function ofChanged(
  stored: Scene,
  data: Record<string, unknown>,
  board: Board,
  { name, moved }: { name: OneName; moved: MovedText },
): DraftEffects {
  const after = { ...stored, ...data } as Scene
  const shots = board.shots.get(stored.id) ?? []
  const panels = board.panels.get(stored.id) ?? []
  const change = pageChange(stored, after, name, moved)
  const isPlanned = plannedActionOf(stored) !== null
  const shown = new Map(shots.map((shot) => [shot.id, isShownIn(shot, change, isPlanned)]))
  // Of a panel whose shot cannot be seen nobody knows what it shows.
  const hit = panels.filter(({ shotId }) => shown.get(shotId ?? '') ?? isShownIn({}, change, isPlanned))
  const recordings = recorded(stored)
  const now = new Map((after.dialogueLines ?? []).map((line) => [String(line.id), line]))
  const stale = recordings.filter((line) => {
    const next = now.get(String(line.id))
    return !next || !soundsTheSame(line, next)
  })
  const newlyStale = hit.filter(({ isStale }) => !isStale).length
  const approved = hit.filter(({ status }) => status === 'approved').length
  const locked = hit.filter(({ status }) => status === 'locked').length
  const what = sentence(whatChanged(change)).slice(0, -1)
  const messages: string[] = []
  if (locked > 0) messages.push(are(locked, 'locked panel', 'would not be up to date any more'))
  if (approved > 0) messages.push(are(approved, 'approved panel', 'would not be up to date any more'))
  if (newlyStale > approved + locked)
    messages.push(`${what} changed: ${countOf(newlyStale, 'panel')} would be stale.`)
  if (stale.length > 0)
    messages.push(are(stale.length, 'recording', 'would say something else than the script'))
  messages.push(...coverageMessages(stored, after, shots))
  return {
    ...NO_EFFECTS,
    shots: shots.length,
    panels: panels.length,
    panelsStale: newlyStale,
    approved,
    locked,
    recordings: recordings.length,
    recordingsStale: stale.length,
    messages,
  }
}

/** What would be in no shot, and which shots would show what is not there any more: new by this change. */
function coverageMessages(before: Scene, after: Scene, shots: readonly BoardShot[]): string[] {
  const [was, is] = [before, after].map((scene) => sceneCoverage(scene, shots, () => false)) as [
    SceneCoverage,
    SceneCoverage,
  ]
  const knownLines = new Set(was.linesInNoShot)
  const knownGone = new Set(was.shotsWithWordsGone.map(({ shotId }) => shotId))
  const lines = is.linesInNoShot.filter((id) => !knownLines.has(id)).length
  const action = is.newAction.filter((text) => !was.newAction.includes(text)).length
  const gone = is.shotsWithWordsGone.filter(({ shotId }) => !knownGone.has(shotId)).length
  const what = [
    lines > 0 && countOf(lines, 'line'),
    action > 0 && `${countOf(action, 'paragraph')} of action`,
  ]
  const named = what.filter((part) => part !== false).join(' and ')
  return [
    ...(named ? [sentence(`${named} would be in no shot yet`)] : []),
    ...(gone > 0 ? [are(gone, 'shot', 'would show what is not in the script any more')] : []),
  ]
}

/** Whether something that somebody decided on, or made, is hit: then a person confirms first. */
export const isDecisionHit = ({ approved, locked, isTrashed, shots, recordings }: DraftEffects): boolean =>
  approved + locked > 0 || (isTrashed && shots + recordings > 0)
