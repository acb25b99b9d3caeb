import type { ValidationError } from '@/errors'
import { refuseFile } from './refuseFile'
import { NOT_TAKEN } from './takenTypes'

interface Refusal {
  data?: { errors?: Array<{ path?: unknown; message?: unknown }> } | null
}

/** What Payload says of files it does not take (uploads/checkFileRestrictions, uploads/mimeTypeValidator). */
const IN_OUR_WORDS: Array<[RegExp, string]> = [
  [/^(?:Invalid MIME type|Invalid file type|File type .* not allowed)/, NOT_TAKEN],
  [/^Invalid (?:or corrupted )?PDF/, 'is not a PDF that can be read'],
  [/^Invalid or corrupted ISO/, 'is damaged, or not whole'],
  [/^Could not read uploaded file/, 'cannot be read'],
]

/** `mimeType` is no field that anybody fills in: it is said of the file. */
const FIELDS = new Set(['file', 'mimeType'])

const inOurWords = (message: string) => IN_OUR_WORDS.find(([pattern]) => pattern.test(message))?.[1]

/**
 * Payload's refusal of a file in the words of this product, with what else it has to say; null where it is none. By its
 * shape, as a built server may hold Payload's classes more than once.
 */
export function refusedFile(error: unknown): ValidationError | null {
  const errors = (error as Refusal | null)?.data?.errors
  if (!Array.isArray(errors)) return null
  const ofFile = errors.find(({ path, message }) => FIELDS.has(String(path)) && inOurWords(String(message)))
  if (!ofFile) return null
  const others = errors.filter((each) => each !== ofFile)
  return refuseFile(
    inOurWords(String(ofFile.message)) as string,
    others.map(({ path, message }) => ({
      field: String(path),
      message: String(message).replace(/^(This field|Value) /i, ''),
    })),
  )
}
