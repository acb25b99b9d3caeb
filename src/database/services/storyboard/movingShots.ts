import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import type { MoveWithWords } from '../shots/findMoves'
import type { BoardSources, ShotSource } from './buildBoard'

/** What comes into a scene, as far as its page is concerned. */
interface ComingShot {
  id: string
  dialogueLineIds: string[]
  actionShown: string[]
  /** The scene where it is; null where that is in the trash. */
  from: Scene | null
}

export interface MovingShots {
  /** Of a scene: the shots that leave it, each with the scene that it goes to, and those that come into it. */
  of(sceneId: string): { leaving: ReadonlyMap<string, Scene>; coming: readonly ComingShot[] }
  /** Those whose scene is in the trash, and that no scene of the board has. */
  fromTrash: readonly ShotSource[]
}

const NONE = { leaving: new Map<string, Scene>(), coming: [] }

/** Which shots go from where to where, as far as they are on a board. */
export function movingShots(
  { scenes, shots }: Pick<BoardSources, 'scenes' | 'shots'>,
  moves: readonly MoveWithWords[],
): MovingShots {
  if (moves.length === 0) return { of: () => NONE, fromTrash: [] }
  const sceneById = new Map(scenes.map((scene) => [String(scene.id), scene]))
  const moveOf = new Map(moves.map((move) => [move.shotId, move]))
  const known = shots.flatMap((shot) => {
    const move = moveOf.get(String(shot.id))
    const to = sceneById.get(move?.sceneId ?? '')
    const from = sceneById.get(relationId(shot.scene) ?? '') ?? null
    return move && to ? [{ ...move, shot, to, from }] : []
  })
  const left = groupedBy(known, ({ from }) => from)
  const came = groupedBy(known, ({ to }) => to)
  return {
    of(sceneId) {
      const scene = sceneById.get(sceneId) as Scene
      return {
        leaving: new Map((left.get(scene) ?? []).map(({ shot, to }) => [String(shot.id), to])),
        coming: (came.get(scene) ?? []).map(({ shot, from, lineIds, action }) => ({
          id: String(shot.id),
          dialogueLineIds: lineIds,
          actionShown: action,
          from,
        })),
      }
    },
    fromTrash: known.flatMap(({ shot, from }) => (from ? [] : shot)),
  }
}
