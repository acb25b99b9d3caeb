import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { placedAmong } from '@/shot-planning'
import { inSceneTurn } from '../locks/sceneTurn'
import { placesOnPage } from '../scenes/beatsInOrder'
import { markPanels } from '../scenes/markStale'
import { plannedActionOf } from '../scenes/sceneCoverage'
import { isSameSetting } from '../scenes/setting'
import { type FoundMoves, findMoves, type MoveWithWords } from './findMoves'
import { followScript } from './followScript'
import { numberShots } from './shotNumbers'
import { shotsInTrash } from './shotsInTrash'
import { coverOf } from './standingShots'

interface MovingShot extends Omit<ReturnType<typeof coverOf>, 'description'> {
  shot: Shot
}

/**
 * Shots go where their words went: a scene was split, two became one, or text was cut and pasted into another one. With a
 * shot go its panels and all that people decided on them; it stands there where its words are, and gets a number of
 * that scene. Can be repeated: what has moved has its words where it is.
 *
 * @returns how many moved
 */
export async function moveShotsWithText(payload: Payload, episodeId: string): Promise<number> {
  const req = await createLocalReq({ context: { isGenerating: true } }, payload)
  const { moves, shotById } = await findMoves(req, episodeId)
  if (moves.length === 0) return 0
  const left = moves.map(({ shotId }) => relationId(shotById.get(shotId)?.scene) ?? '')
  const concerned = [...left, ...moves.map(({ sceneId }) => sceneId)]
  return inSceneTurn(payload, concerned, async () => carryOut(req, await findMoves(req, episodeId)))
}

async function carryOut(
  req: PayloadRequest,
  { scenes, moves, byId, shotById, shotsOf }: FoundMoves,
): Promise<number> {
  const inOldOrder = scenes.flatMap(({ id }) => shotsOf.get(String(id)) ?? [])
  const into = groupedBy(moves, ({ sceneId }) => sceneId)
  for (const [sceneId, came] of into) {
    const scene = byId.get(sceneId) as Scene
    const goalOf = new Map(came.map((move) => [move.shotId, move]))
    const moving = inOldOrder.flatMap((shot): MovingShot[] => {
      const move = goalOf.get(String(shot.id))
      return move ? [{ id: move.shotId, action: move.action, lineIds: move.lineIds, shot }] : []
    })
    await bringInto(req, scene, shotsOf.get(sceneId) ?? [], moving, byId)
  }
  await forgetPlanned(req, moves, shotById, byId)
  await followNames(req, scenes[0])
  return moves.length
}

/** What was described where somebody had another name has the one of the page that it came to. */
async function followNames(req: PayloadRequest, scene: Scene | undefined): Promise<void> {
  const [episodeId, projectId] = [relationId(scene?.episode), relationId(scene?.project)]
  if (!episodeId || !projectId) return
  const { script } = await req.payload.findByID({
    collection: 'episodes',
    id: episodeId,
    depth: 0,
    joins: false,
    select: { script: true },
    overrideAccess: true,
    req,
  })
  await followScript(req, { projectId, episodeId, script: script?.text ?? '' })
}

/** Puts shots among those of a scene, each with its panels. */
async function bringInto(
  req: PayloadRequest,
  scene: Scene,
  own: readonly Shot[],
  came: readonly MovingShot[],
  scenes: ReadonlyMap<string, Scene>,
): Promise<void> {
  const { payload } = req
  const standing = own.map((shot): MovingShot => ({ ...coverOf(shot), shot }))
  const inOrder = placedAmong(standing, came, placesOnPage(scene))
  const isNew = new Set(came)
  const numbers = numberShots(
    inOrder.map((each) => (isNew.has(each) ? null : each.shot.shotNumber)),
    (await shotsInTrash(req, String(scene.id))).map(({ shotNumber }) => shotNumber),
  )
  for (const [index, { shot, lineIds, ...each }] of inOrder.entries()) {
    const place = { shotNumber: numbers[index] as string, order: index + 1 }
    if (isNew.has(inOrder[index] as MovingShot)) {
      const from = scenes.get(relationId(shot.scene) ?? '')
      // Its panels first: a process that dies in between finds the shot where it was, and moves it again.
      await payload.db.updateMany({
        collection: 'panels',
        where: { shot: { equals: each.id } },
        data: { scene: scene.id },
        req,
        returning: false,
      })
      const data = { scene: scene.id, dialogueLineIds: lineIds, actionShown: [...each.action], ...place }
      await payload.update({ collection: 'shots', id: each.id, data, depth: 0, overrideAccess: true, req })
      if (from) await markSetting(req, each.id, from, scene)
    } else if (shot.order !== place.order)
      await payload.db.updateOne({
        collection: 'shots',
        id: each.id,
        data: { order: place.order },
        req,
        returning: false,
      })
  }
}

/** Pictures of a shot that is somewhere else now, or at another time, are out of date. */
async function markSetting(req: PayloadRequest, shotId: string, from: Scene, to: Scene): Promise<void> {
  if (isSameSetting(from, to)) return
  const reason = `Its words moved from ${from.heading} to scene ${to.sceneNumber}, ${to.heading}.`
  await markPanels(req, { shot: { equals: shotId } }, reason, { words: '' })
}

/** What moved was not planned for where it was: should it come back, its shots come back to it. */
async function forgetPlanned(
  req: PayloadRequest,
  moves: readonly MoveWithWords[],
  shots: ReadonlyMap<string, Shot>,
  scenes: ReadonlyMap<string, Scene>,
): Promise<void> {
  const left = groupedBy(moves, ({ shotId }) => relationId(shots.get(shotId)?.scene) ?? '')
  for (const [sceneId, moved] of left) {
    const scene = scenes.get(sceneId)
    const planned = scene && plannedActionOf(scene)
    if (!planned) continue
    const gone = new Set(moved.flatMap(({ shotId }) => shots.get(shotId)?.actionShown ?? []))
    const plannedAction = planned.filter((text) => !gone.has(text))
    if (plannedAction.length === planned.length) continue
    const data = { plannedAction }
    await req.payload.db.updateOne({ collection: 'scenes', id: sceneId, data, req, returning: false })
  }
}
