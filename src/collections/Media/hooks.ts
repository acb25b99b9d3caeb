import type {
  AfterErrorHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { assertRoom, mendUpload, noteUpload } from '@/database/services/media/failedUpload'

/** What kind of thing a file is, from its real MIME type. */
export function mediaTypeOf(mimeType: string): 'image' | 'audio' | 'video' | 'document' | 'other' {
  const [family] = mimeType.split('/')
  if (family === 'image' || family === 'audio' || family === 'video') return family
  return mimeType === 'application/pdf' || family === 'text' ? 'document' : 'other'
}

export const fillMediaType: CollectionBeforeChangeHook = ({ data }) =>
  data.mimeType ? { ...data, mediaType: mediaTypeOf(String(data.mimeType)) } : data

/** A file is replaced only where there is room for the new one. */
export const keepRoom: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation.startsWith('update') && req.file) await assertRoom(req.file.size)
  return args
}

/** The last moment before Payload writes the files, when creating and when replacing. */
export const noteFiles: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (data) noteUpload(req, data, originalDoc)
  return data
}

/** An upload through an API that failed: no half file stays, and the answer says why. Services do the same. */
export const answerFailedUpload: AfterErrorHook = async ({ error, req }) => {
  const reason = await mendUpload(req, error)
  return reason
    ? { status: reason.status, response: { errors: [{ message: reason.message, name: reason.code }] } }
    : undefined
}
