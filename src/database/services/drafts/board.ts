import type { Payload } from 'payload'
import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import { asChoice } from '../panels/choices'
import { currentPanel, type PanelChoice } from '../panels/currentPanel'
import { readAll } from '../readAll'
import type { AccessOptions } from '../Service'
import type { ShownByShot } from '../scenes/pageChange'

export interface BoardShot extends ShownByShot {
  id: string
  dialogueLineIds: string[]
  actionShown: string[]
  description: string
}

export interface BoardPanel extends PanelChoice {
  shotId: string | null
  isStale: boolean
}

/** Shots and pictures by the id of their scene. */
export interface Board {
  shots: Map<string, BoardShot[]>
  /** The panel in use of each shot: of earlier versions and of what lies beside it nobody counts anything. */
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
  const where = { episode: { equals: episodeId } }
  const shots = await readAll(payload, access, {
    collection: 'shots',
    where,
    sort: 'order',
    fields: ['scene', 'dialogueLineIds', 'actionShown', 'description', 'origin'],
  })
  const panels = await readAll(payload, access, {
    collection: 'panels',
    where,
    sort: '-version',
    fields: ['scene', 'shot', 'isStale', 'version', 'status', 'origin', 'chosenAt', 'createdAt'],
  })
  const board: Board = { shots: new Map(), panels: new Map() }
  for (const { id, scene, dialogueLineIds, actionShown, description, origin } of shots)
    push(board.shots, relationId(scene), {
      id: String(id),
      dialogueLineIds: dialogueLineIds ?? [],
      actionShown: actionShown ?? [],
      description: description ?? '',
      origin,
    })
  for (const [shotId, versions] of groupedBy(panels, ({ shot }) => relationId(shot))) {
    const current = currentPanel(versions.map(asChoice))
    if (!current) continue
    const { scene, isStale, version, status, origin, chosenAt, createdAt } = current
    push(board.panels, relationId(scene), {
      shotId,
      isStale: Boolean(isStale),
      version,
      status,
      origin,
      chosenAt,
      createdAt,
    })
  }
  return board
}
