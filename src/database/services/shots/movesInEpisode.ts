import type { PayloadRequest } from 'payload'
import { turns } from '@/lib/giveWay'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene, Shot } from '@/payload-types'
import { movesOf, type SceneWithShots, type ShotMove } from '@/shot-planning'
import type { OneName } from '../names/oneName'
import { plannedActionOf, scenePage } from '../scenes/sceneCoverage'
import { wordsOfLines } from '../scenes/wordsOfLines'
import { storedInTurns } from '../storedInTurns'
import { coverOf, peoplesShots } from './standingShots'

export interface EpisodeMoves {
  moves: ShotMove[]
  /** All of the episode, in order. */
  shots: Shot[]
  /** The ids of those that are people's. */
  peoples: ReadonlySet<string>
}

interface Args {
  episodeId: string
  /** In order, those in the trash, too: as they are stored, or as a plan makes them. */
  scenes: readonly Scene[]
  /** Where somebody has another name by now, what is in the trash still says the old one. */
  name: OneName
  /** Of a plan, the scenes as they are before it: what lines said that go with it. @default none */
  before?: readonly Scene[]
}

/** Which shots of an episode have their words in another scene than their own. Reads, and writes nothing. */
export async function movesInEpisode(
  req: PayloadRequest,
  { episodeId, scenes, name, before = [] }: Args,
): Promise<EpisodeMoves> {
  const where = { episode: { equals: episodeId } }
  const shots = await storedInTurns(req, { collection: 'shots', where, sort: 'order' })
  const peoples = await peoplesShots(req, shots, where)
  const shotsOf = groupedBy(shots, ({ scene }) => relationId(scene) ?? '')
  const named = <Item extends { action: readonly string[] }>(item: Item) => ({
    ...item,
    action: item.action.map(name),
  })
  const all: SceneWithShots[] = []
  const turn = turns()
  for (const scene of scenes) {
    await turn()
    const own = shotsOf.get(String(scene.id)) ?? []
    all.push({
      id: String(scene.id),
      page: scene.deletedAt ? null : named(scenePage(scene)),
      shots: own.map((shot) => ({ ...named(coverOf(shot)), isKept: peoples.has(String(shot.id)) })),
      planned: plannedActionOf(scene)?.map(name) ?? null,
    })
  }
  const there = new Set(scenes.flatMap(({ dialogueLines }) => (dialogueLines ?? []).map(({ id }) => id)))
  const gone = new Map(
    all.map((scene) => [
      scene.id,
      scene.shots.flatMap(({ lineIds }) => lineIds.filter((id) => !there.has(id))),
    ]),
  )
  const words = await wordsOfLines(req, [...scenes, ...before], gone)
  const moves = movesOf(all, (id) => {
    const said = words.get(id)
    return said === undefined ? undefined : name(said)
  })
  return { moves, shots, peoples }
}
