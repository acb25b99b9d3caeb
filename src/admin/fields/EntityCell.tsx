import { Link } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps } from 'payload'
import { EventService } from '@/database/services/EventService'

/** What an event is about, by its title, and the way to it where it is still there. */
export async function EntityCell({ payload, rowData }: DefaultServerCellComponentProps) {
  const { title, path } = await new EventService({ payload }).subjectOf({
    entityCollection: String(rowData.entityCollection),
    entityId: String(rowData.entityId),
    before: rowData.before,
    after: rowData.after,
  })
  if (!path) return <span>{title}</span>
  return <Link href={`${payload.config.routes.admin}${path}`}>{title}</Link>
}
