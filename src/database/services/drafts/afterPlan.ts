import type { PayloadRequest } from 'payload'
import { turns } from '@/lib/giveWay'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { placedAmong, type ShotMove, type StandingShot } from '@/shot-planning'
import type { OneName } from '../names/oneName'
import { placesOnPage } from '../scenes/beatsInOrder'
import { plannedActionOf, strangersIn } from '../scenes/sceneCoverage'
import { scenesOfEpisode } from '../scenes/scenesOfEpisode'
import type { ScenePlan } from '../scripts/planScenes'
import { type EpisodeMoves, movesInEpisode } from '../shots/movesInEpisode'
import { type Fate, fatesOf } from './afterUpdate'
import type { Board, BoardShot } from './board'

type Line = NonNullable<Scene['dialogueLines']>[number]

/** Where shots and recordings are once a plan has been carried out, and shots have followed their words. */
export interface AfterPlan {
  /** By id: those that stay, as they are then, and new ones. */
  scenes: ReadonlyMap<string, Scene>
  /** The lines that a recording is of: the one that had it before, where it is still there, else those that have it now. */
  linesOf(before: Line): Line[]
  /** Of a scene, those that came from another one included. */
  shotsOf(sceneId: string): BoardShot[]
  /** The scene that a shot goes to; null where it stays. */
  goalOf(shotId: string): Scene | null
  /** What the update after it makes of a shot of the machine's; null where it stays, or would have become that anyway. */
  fateOf(shotId: string): Fate | null
}

const linesOf = ({ dialogueLines }: Scene): Line[] => dialogueLines ?? []

/** A scene's page in which everybody goes by one name: another name of somebody is no other text. */
export const underOneName = (scene: Scene, name: OneName): Scene => ({
  ...scene,
  action: name(scene.action ?? ''),
  beats: (scene.beats as Array<{ type: string; text?: string }> | null)?.map((beat) =>
    beat.text ? { ...beat, text: name(beat.text) } : beat,
  ) as Scene['beats'],
  plannedAction: plannedActionOf(scene)?.map(name) ?? null,
})

/** Shots with what they show in one name for everybody. */
export const shownUnderOneName = (shot: BoardShot, name: OneName): BoardShot => ({
  ...shot,
  actionShown: shot.actionShown.map(name),
  description: name(shot.description),
})

interface Args {
  episodeId: string
  plan: ScenePlan
  board: Board
  /** What people are called then, whatever they are called now. */
  name: OneName
}

export async function afterPlan(
  req: PayloadRequest,
  { episodeId, plan, board, name }: Args,
): Promise<AfterPlan> {
  const scenes = new Map<string, Scene>()
  for (const { stored, data } of plan.stays) scenes.set(stored.id, { ...stored, ...data } as Scene)
  for (const scene of plan.own) scenes.set(scene.id, scene)
  for (const { id, row } of plan.fresh) scenes.set(id, { ...row, id } as unknown as Scene)
  const lines = [...scenes.values()].flatMap(linesOf)
  const byAudio = groupedBy(lines, ({ audio }) => relationId(audio))
  const byId = new Map(lines.map((line) => [String(line.id), line]))
  const before = [...plan.gone, ...plan.stays.map(({ stored }) => stored)]
  const all = await withTrash(req, episodeId, plan, scenes)
  const found = await movesInEpisode(req, { episodeId, scenes: all, name, before })
  const goals = new Map(found.moves.map((move) => [move.shotId, move]))
  const came = groupedBy(
    [...board.shots.values()].flat().flatMap((shot) => {
      const goal = goals.get(shot.id)
      return goal ? [{ ...shot, dialogueLineIds: goal.lineIds, sceneId: goal.sceneId }] : []
    }),
    ({ sceneId }) => sceneId,
  )
  const fates = await newFates(found, {
    was: [...before, ...plan.own],
    is: [...scenes.values()].filter(isConcerned(plan, found.moves)),
    inOrder: all,
    name,
  })
  return {
    scenes,
    linesOf: ({ id, audio }) => {
      const same = byId.get(String(id))
      return same ? [same] : (byAudio.get(relationId(audio)) ?? [])
    },
    shotsOf: (sceneId) => [
      ...(board.shots.get(sceneId) ?? []).filter(({ id }) => !goals.has(id)),
      ...(came.get(sceneId) ?? []),
    ],
    goalOf: (shotId) => scenes.get(goals.get(shotId)?.sceneId ?? '') ?? null,
    fateOf: (shotId) => fates.get(shotId) ?? null,
  }
}

/** All scenes that the episode has then, in order: what goes is in the trash, beside what is there already. */
async function withTrash(
  req: PayloadRequest,
  episodeId: string,
  { gone }: ScenePlan,
  scenes: ReadonlyMap<string, Scene>,
): Promise<Scene[]> {
  const deletedAt = new Date().toISOString()
  const stored = await scenesOfEpisode(req, episodeId, true)
  const all = [
    ...scenes.values(),
    ...gone.map((scene) => ({ ...scene, deletedAt })),
    ...stored.filter((scene) => scene.deletedAt && !scenes.has(scene.id)),
  ]
  return all.sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
}

/** What shots are fitted to. */
const TOLD = ['action', 'beats', 'dialogueLines', 'characters'] as const

/** Whether a scene's shots may be others after the plan than before it. */
function isConcerned({ stays, own }: ScenePlan, moves: readonly ShotMove[]): (scene: Scene) => boolean {
  const goals = new Set(moves.map(({ sceneId }) => sceneId))
  const same = new Set([
    ...own.map(({ id }) => id),
    ...stays.flatMap(({ stored, data }) => (TOLD.some((field) => field in data) ? [] : stored.id)),
  ])
  return ({ id }) => goals.has(id) || !same.has(id)
}

/** What the update after it makes of shots, where it would not have done so without the plan. */
async function newFates(
  { moves, shots, peoples }: EpisodeMoves,
  {
    was,
    is,
    inOrder,
    name,
  }: { was: readonly Scene[]; is: readonly Scene[]; inOrder: readonly Scene[]; name: OneName },
): Promise<Map<string, Fate>> {
  const goalOf = new Map(moves.map((move) => [move.shotId, move]))
  const shotsOf = groupedBy(shots, ({ scene }) => relationId(scene) ?? '')
  const standing = (shot: Shot, scene: Scene, lineIds = shot.dialogueLineIds ?? []): StandingShot => ({
    id: String(shot.id),
    lineIds,
    action: (shot.actionShown ?? []).map(name),
    description: name(shot.description ?? ''),
    isKept: peoples.has(String(shot.id)),
    hasLeavers: strangersIn(shot, scene).length > 0,
  })
  const turn = turns()
  const before = new Map<string, Fate>()
  for (const scene of was) {
    await turn()
    const own = (shotsOf.get(scene.id) ?? []).map((shot) => standing(shot, scene))
    for (const [id, fate] of fatesOf(underOneName(scene, name), own)) before.set(id, fate)
  }
  const moving = groupedBy(
    inOrder.flatMap(({ id }) => shotsOf.get(id) ?? []),
    ({ id }) => goalOf.get(String(id))?.sceneId,
  )
  const after = new Map<string, Fate>()
  for (const scene of is) {
    await turn()
    const own = (shotsOf.get(scene.id) ?? []).filter(({ id }) => !goalOf.has(String(id)))
    const came = (moving.get(scene.id) ?? []).map((shot) =>
      standing(shot, scene, goalOf.get(String(shot.id))?.lineIds),
    )
    const named = underOneName(scene, name)
    const all = placedAmong(
      own.map((shot) => standing(shot, scene)),
      came,
      placesOnPage(named),
    )
    for (const [id, fate] of fatesOf(named, all)) if (before.get(id) !== fate) after.set(id, fate)
  }
  return after
}
