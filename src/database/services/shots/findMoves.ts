import type { PayloadRequest } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import type { ShotMove } from '@/shot-planning'
import { oneNameIn } from '../names/oneName'
import { scenePage } from '../scenes/sceneCoverage'
import { scenesOfEpisode } from '../scenes/scenesOfEpisode'
import { movesInEpisode } from './movesInEpisode'
import { coverOf } from './standingShots'

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
  const scenes = await scenesOfEpisode(req, episodeId, true)
  const name = await oneNameIn(req, relationId(scenes[0]?.project))
  const { moves, shots } = await movesInEpisode(req, { episodeId, scenes, name })
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
    shotsOf: groupedBy(shots, ({ scene }) => relationId(scene) ?? ''),
  }
}
