import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'
import { assertNothingLocked } from '@/database/services/panels/lockedPanels'
import { reviewPanelsOf } from '@/database/services/panels/reviewPanelsOf'

/** What kind of thing a file is, from its real MIME type. */
export function mediaTypeOf(mimeType: string): 'image' | 'audio' | 'video' | 'document' | 'other' {
  const [family] = mimeType.split('/')
  if (family === 'image' || family === 'audio' || family === 'video') return family
  return mimeType === 'application/pdf' || family === 'text' ? 'document' : 'other'
}

export const fillMediaType: CollectionBeforeChangeHook = ({ data }) =>
  data.mimeType ? { ...data, mediaType: mediaTypeOf(String(data.mimeType)) } : data

/** Whether an update brings another file or cuts the one there is. */
const isReplacing = (req: PayloadRequest): boolean => Boolean(req.file || req.query?.uploadEdits)

/**
 * A file that a locked panel shows is not replaced. Asked before the operation: Payload takes the old file off the
 * disk before any later hook. Looks only at what the caller may see, so that it tells nobody else of a lock.
 */
export const guardLockedFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'update' && operation !== 'updateByID') || !isReplacing(req)) return args
  const { id, where, overrideAccess } = args as {
    id?: string
    where?: Where
    overrideAccess?: boolean
  }
  const { docs } = await req.payload.find({
    collection: 'media',
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    depth: 0,
    pagination: false,
    select: { filename: true },
    overrideAccess: overrideAccess ?? false,
    user: req.user,
    req,
  })
  for (const media of docs) await assertNothingLocked(req, 'media', String(media.id), 'replacing')
  return args
}

/** Another file is another picture: panels that were approved with the old one are to be looked at again. */
export const reviewReplaced: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update' && isReplacing(req)) await reviewPanelsOf(req, String(doc.id))
  return doc
}
