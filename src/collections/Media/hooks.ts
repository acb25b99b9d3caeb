import { randomInt } from 'node:crypto'
import path from 'node:path'
import type {
  AfterErrorHook,
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import { actorOf } from '@/access'
import { assertRoom, mendUpload, noteUpload } from '@/database/services/media/failedUpload'
import { measureUpload } from '@/database/services/media/measureSound'
import { assertPictureSize } from '@/database/services/media/pictureSize'
import { refuseFile } from '@/database/services/media/refuseFile'
import { assertReadable } from '@/database/services/media/unreadableUpload'
import { choosePanelsOf } from '@/database/services/panels/choices'
import { assertNothingLocked } from '@/database/services/panels/lockedPanels'
import { reviewPanelsOf } from '@/database/services/panels/reviewPanelsOf'
import { ValidationError } from '@/errors'
import { fileNameProblems } from '@/lib/fileName'
import { slugify } from '@/lib/slug'

/** What kind of thing a file is, from its real MIME type. */
export function mediaTypeOf(mimeType: string): 'image' | 'audio' | 'video' | 'document' | 'other' {
  const [family] = mimeType.split('/')
  if (family === 'image' || family === 'audio' || family === 'video') return family
  return mimeType === 'application/pdf' || family === 'text' ? 'document' : 'other'
}

export const fillMediaType: CollectionBeforeChangeHook = ({ data }) =>
  data.mimeType ? { ...data, mediaType: mediaTypeOf(String(data.mimeType)) } : data

/**
 * How long a sound is that comes in, whatever its sender says; who generated it knows. None where nothing here can tell:
 * the length of what was there before is not that of the new one.
 */
export const measureLength: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (!req.file || req.query?.uploadEdits || mediaTypeOf(String(data.mimeType)) !== 'audio') return data
  if (operation === 'create' && data.provenance?.provider && data.durationSeconds) return data
  return { ...data, durationSeconds: await measureUpload(req.file) }
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz'
const tag = () => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** What is longer is no extension. */
const LONGEST_EXTENSION = 20

/**
 * Gives every file that comes in a name that no other has or gets. Payload looks for a free name and writes the
 * file later: two that come in together take the same name, and one picture replaces the other. Letters alone,
 * because Payload takes a number at the end of a name for a counter and counts it up. No longer than a file system takes:
 * 255 bytes, of which a letter may need four.
 */
export const nameUniquely: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { file } = req
  if (!file?.name || !(operation === 'create' || operation.startsWith('update'))) return args
  const problems = fileNameProblems(file.name)
  if (problems.length > 0) throw new ValidationError(problems.map((message) => ({ field: 'file', message })))
  const { name, ext } = path.parse(file.name)
  file.name = `${slugify(name, 45)}-${tag()}${ext.toLowerCase().slice(0, LONGEST_EXTENSION)}`
  return args
}

/** A file is replaced only where there is room for the new one. */
export const keepRoom: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation.startsWith('update') && req.file) await assertRoom(req.file.size)
  return args
}

/** Asked before the operation, in which Payload makes a small picture of it. */
export const refuseHugePicture: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const isWritten = operation === 'create' || operation.startsWith('update')
  if (isWritten && req.file && isKnown(args, req)) await assertPictureSize(req.file)
  return args
}

/** A file in the place of another: asked before the operation, as Payload takes the old one off the disk. */
export const refuseUnreadableReplacement: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  const isUpdate = operation.startsWith('update')
  if (isUpdate && req.file && isKnown(args, req)) await assertReadable(req.file, req.file.mimetype)
  return args
}

const A_FILE: Record<string, string> = {
  image: 'a picture',
  audio: 'a recording',
  video: 'a film',
  document: 'a document',
}

/**
 * A file that takes the place of another is of its kind: what shows a picture or plays a recording goes on naming it.
 * Before the operation, as Payload takes the old one off the disk.
 */
export const keepKind: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (!operation.startsWith('update') || !req.file || !isKnown(args, req)) return args
  const { id, where } = args as { id?: string; where?: Where }
  const { docs } = await req.payload.find({
    collection: 'media',
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    depth: 0,
    pagination: false,
    select: { mediaType: true },
    overrideAccess: overrideAccess ?? false,
    req,
  })
  const kind = mediaTypeOf(req.file.mimetype)
  const other = docs.find(({ mediaType }) => mediaType && mediaType !== kind)?.mediaType
  if (!other) return args
  const message = `is not ${A_FILE[other] ?? 'of the same kind'}, as the one is whose place it takes`
  throw refuseFile(message)
}

/** A new file: of the kind that Payload has found it to be. After access, as it takes a process to listen to it. */
export const refuseUnreadable: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation === 'create' && req.file && data?.mimeType)
    await assertReadable(req.file, String(data.mimeType))
  return data
}

/** The last moment before Payload writes the files, when creating and when replacing. */
export const noteFiles: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (data) noteUpload(req, data, originalDoc)
  return data
}

/** An upload through an API that failed: no half file stays, and the answer says why. Services do the same. */
export const answerFailedUpload: AfterErrorHook = async ({ error, req }) => {
  const reason = await mendUpload(req, error)
  if (!reason) return undefined
  const { status, message, code, details } = reason
  // Fields are marked by `markFields`, as of every refusal.
  return { status, response: { errors: [{ message, name: code, data: { code, ...details } }] } }
}

const isByPerson = (req: PayloadRequest): boolean =>
  !req.context.isGenerating && actorOf(req)?.role !== 'worker'

/** Whoever is not signed in is refused anyway, before any work for them. */
const isKnown = (args: unknown, req: PayloadRequest): boolean =>
  Boolean(actorOf(req) || (args as { overrideAccess?: boolean }).overrideAccess)

/** Whether an update brings another file or cuts the one there is. */
const isReplacing = (req: PayloadRequest): boolean => Boolean(req.file || req.query?.uploadEdits)

/**
 * A file that a locked panel shows is not replaced. Asked before the operation: Payload takes the old file off the
 * disk before any later hook. Looks only at what the caller may see, so that it tells nobody else of a lock.
 */
export const guardLockedFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!operation.startsWith('update') || !isReplacing(req)) return args
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

/** A file that a person put in the place of a generated one was made by no provider: nothing generated replaces it. */
export const forgetProvenance: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'update' && req.file && !req.query?.uploadEdits && isByPerson(req)
    ? { ...data, provenance: { provider: null, model: null, prompt: null, seed: null, inputs: null } }
    : data

/**
 * Another file is another picture: panels that were approved with the old one are to be looked at again. A person's is
 * the one to show from then on.
 */
export const reviewReplaced: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'update' || !isReplacing(req)) return doc
  await reviewPanelsOf(req, String(doc.id))
  if (isByPerson(req)) await choosePanelsOf(req, String(doc.id))
  return doc
}
