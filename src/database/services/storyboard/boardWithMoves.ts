import { createLocalReq, type Payload } from 'payload'
import type { EpisodeBoard } from '@/contracts'
import { relationId } from '@/lib/ids'
import { plannedActionOf } from '../scenes/sceneCoverage'
import { findMoves } from '../shots/findMoves'
import { type BoardSources, buildBoard } from './buildBoard'

/**
 * Whether shots may have their words in another scene: some have lost theirs, or their scene, and a page has words that no
 * shot has. So what only few boards need costs the others nothing.
 */
function mayMove(board: EpisodeBoard, { scenes, shots }: BoardSources): boolean {
  const there = new Set(scenes.map(({ id }) => String(id)))
  const isSomeLost =
    shots.some(({ scene }) => !there.has(relationId(scene) ?? '')) ||
    board.scenes.some(({ coverage }) => coverage.shotsWithWordsGone.some(({ isAll }) => isAll))
  if (!isSomeLost) return false
  const isUnplanned = new Set(scenes.flatMap((scene) => (plannedActionOf(scene) ? [] : String(scene.id))))
  return board.scenes.some(
    ({ id, shots: own, coverage: { linesInNoShot, newAction } }) =>
      own.length === 0 || linesInNoShot.length + newAction.length > 0 || isUnplanned.has(id),
  )
}

/** A board that knows which shots are going to follow their words into another scene. */
export async function boardWithMoves(payload: Payload, sources: BoardSources): Promise<EpisodeBoard> {
  const board = buildBoard(sources)
  if (!mayMove(board, sources)) return board
  const { moves } = await findMoves(await createLocalReq({}, payload), board.episode.id)
  // Documents are out of date by what would be in them now, with each shot where it stands.
  return moves.length === 0 ? board : { ...buildBoard(sources, moves), outputs: board.outputs }
}
