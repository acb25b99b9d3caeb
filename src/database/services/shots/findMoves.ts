import type { PayloadRequest } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { movesOf, type SceneWithShots, type ShotMove } from '@/shot-planning'
import { oneNameIn } from '../names/oneName'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'
import { scenesOfEpisode } from '../scenes/scenesOfEpisode'
import { wordsOfLines } from '../scenes/wordsOfLines'
import { coverOf, peoplesShots } from './standingShots'

/** A shot that goes to another scene, and what it covers there. */
export interface MoveWithWords extends ShotMove {
  /** The paragraphs that it shows, as the page there has them. */
  action: string[]
}

export interface FoundMoves {
  /** Of the episode in order, those in the trash, too. */
  scenes: Scene[]
  moves: MoveWithWords[]
  byId: ReadonlyMap<string, Scene>
  shotById: ReadonlyMap<string, Shot>
  /** By their scene, in order. */
  shotsOf: ReadonlyMap<string, Shot[]>
}

/** Which shots of an episode have their words in another scene by now, and where. Reads, and writes nothing. */
export async function findMoves(req: PayloadRequest, episodeId: string): Promise<FoundMoves> {
  const { payload } = req
  const scenes = await scenesOfEpisode(req, episodeId, true)
  const where = { episode: { equals: episodeId } }
  const { docs: shots } = await payload.find({
    collection: 'shots',
    where,
    sort: 'order',
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  const peoples = await peoplesShots(req, shots, where)
  const shotsOf = groupedBy(shots, ({ scene }) => relationId(scene) ?? '')
  // Where somebody has another name by now, what is in the trash still says the old one.
  const name = await oneNameIn(req, relationId(scenes[0]?.project))
  const named = <Item extends { action: readonly string[] }>(item: Item) => ({
    ...item,
    action: item.action.map(name),
  })
  const all = scenes.map((scene): SceneWithShots => {
    const own = shotsOf.get(String(scene.id)) ?? []
    return {
      id: String(scene.id),
      page: scene.deletedAt ? null : named(scenePage(scene)),
      shots: own.map((shot) => ({ ...named(coverOf(shot)), isKept: peoples.has(String(shot.id)) })),
      planned: plannedActionOf(scene)?.map(name) ?? null,
    }
  })
  const there = new Set(scenes.flatMap(({ dialogueLines }) => (dialogueLines ?? []).map(({ id }) => id)))
  const gone = new Map(
    all.map((scene) => [
      scene.id,
      scene.shots.flatMap(({ lineIds }) => lineIds.filter((id) => !there.has(id))),
    ]),
  )
  const words = await wordsOfLines(req, scenes, gone)
  const moves = movesOf(all, (id) => {
    const said = words.get(id)
    return said === undefined ? undefined : name(said)
  })
  const byId = new Map(scenes.map((scene) => [String(scene.id), scene]))
  const shotById = new Map(shots.map((shot) => [String(shot.id), shot]))
  const asOnPage = ({ shotId, sceneId }: ShotMove): string[] => {
    const page = new Map(scenePage(byId.get(sceneId) as Scene).action.map((text) => [name(text), text]))
    return coverOf(shotById.get(shotId) as Shot).action.map((text) => page.get(name(text)) ?? text)
  }
  return {
    scenes,
    moves: moves.map((move) => ({ ...move, action: asOnPage(move) })),
    byId,
    shotById,
    shotsOf,
  }
}
