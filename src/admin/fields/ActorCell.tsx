import type { DefaultServerCellComponentProps } from 'payload'
import { relationId } from '@/lib/ids'
import { shown } from './shown'

/** Who did it: a person by name, else a worker or the system. */
export async function ActorCell({ cellData, payload, rowData }: DefaultServerCellComponentProps) {
  const id = relationId(cellData)
  if (!id) return <span>{shown(rowData.actorKind, 'words')}</span>
  const user = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    select: { name: true },
  })
  return <span>{user?.name ?? 'Somebody who has left'}</span>
}
