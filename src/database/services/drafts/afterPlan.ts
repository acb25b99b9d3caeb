import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { movesOf } from '@/shot-planning'
import type { OneName } from '../names/oneName'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'
import { saidBy } from '../scenes/wordsOfLines'
import type { ScenePlan } from '../scripts/planScenes'
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
})

/** @param name what people are called then, whatever they are called now */
export function afterPlan(plan: ScenePlan, board: Board, name: OneName): AfterPlan {
  const scenes = new Map<string, Scene>()
  for (const { stored, data } of plan.stays) scenes.set(stored.id, { ...stored, ...data } as Scene)
  for (const scene of plan.own) scenes.set(scene.id, scene)
  for (const { id, row } of plan.fresh) scenes.set(id, { ...row, id } as unknown as Scene)
  const all = [...scenes.values()].flatMap(linesOf)
  const byAudio = groupedBy(all, ({ audio }) => relationId(audio))
  const byId = new Map(all.map((line) => [String(line.id), line]))
  const goals = goalsOf(plan, scenes, board, name)
  const came = new Map<string, BoardShot[]>()
  for (const shots of board.shots.values())
    for (const shot of shots) {
      const goal = goals.get(shot.id)
      if (!goal) continue
      const moved = { ...shot, dialogueLineIds: goal.lineIds }
      came.set(goal.sceneId, [...(came.get(goal.sceneId) ?? []), moved])
    }
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
  }
}

/** Shots go where their words go: see moveShotsWithText, which does it. */
function goalsOf(
  plan: ScenePlan,
  scenes: ReadonlyMap<string, Scene>,
  board: Board,
  name: OneName,
): Map<string, { sceneId: string; lineIds: string[] }> {
  const said = new Map<string, string>()
  const before = [...plan.gone, ...plan.stays.map(({ stored }) => stored)]
  for (const line of [...scenes.values(), ...before].flatMap(linesOf)) said.set(String(line.id), saidBy(line))
  const decided = new Set(
    [...board.panels.values()]
      .flat()
      .flatMap(({ shotId, status }) => (status === 'approved' || status === 'locked' ? (shotId ?? []) : [])),
  )
  const roomOf = (scene: Scene, isThere: boolean) => {
    const named = underOneName(scene, name)
    return {
      id: scene.id,
      page: isThere ? scenePage(named) : null,
      planned: plannedActionOf(named),
      shots: (board.shots.get(scene.id) ?? []).map((shot) => ({
        id: shot.id,
        lineIds: shot.dialogueLineIds,
        action: shot.actionShown.map(name),
        isKept: shot.origin === 'human' || decided.has(shot.id),
      })),
    }
  }
  const rooms = [
    ...[...scenes.values()].map((scene) => roomOf(scene, true)),
    ...plan.gone.map((scene) => roomOf(scene, false)),
  ]
  return new Map(movesOf(rooms, (id) => said.get(id)).map((move) => [move.shotId, move]))
}
