import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { AccessOptions } from '../Service'
import type { ShownByShot } from '../scenes/pageChange'

export interface BoardShot extends ShownByShot {
  id: string
  dialogueLineIds: string[]
  actionShown: string[]
}

export interface BoardPanel {
  shotId: string | null
  status: string
  isStale: boolean
}

/** Shots and panels by the id of their scene. */
export interface Board {
  shots: Map<string, BoardShot[]>
  panels: Map<string, BoardPanel[]>
}

const push = <Value>(map: Map<string, Value[]>, key: string | null, value: Value) => {
  if (key === null) return
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Shots and panels of an episode, as far as the user may see them. */
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
    sort: 'order',
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
