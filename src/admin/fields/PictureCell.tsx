import type { DefaultServerCellComponentProps } from 'payload'
import { MediaService } from '@/database/services/MediaService'
import { relationId } from '@/lib/ids'
import './fields.css'

/**
 * A small picture in a list, which opens the document it belongs to. The list was read with the user's own
 * access, and so its file is when the browser asks for it.
 */
export async function PictureCell({
  cellData,
  collectionSlug,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  const id = relationId(cellData)
  const media = id ? await new MediaService({ payload }).findById(id) : null
  const url = media?.sizes?.thumbnail?.url ?? media?.url
  const href = `${payload.config.routes.admin}/collections/${collectionSlug}/${rowData.id}`
  const name = String(rowData.title ?? media?.filename ?? 'Open')
  return (
    <a className="sr-picture" href={href} aria-label={name}>
      {url ? (
        // biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails
        <img src={url} alt="" loading="lazy" />
      ) : (
        'No picture'
      )}
    </a>
  )
}
