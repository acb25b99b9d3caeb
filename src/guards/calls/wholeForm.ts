import busboy from 'busboy'
import { type FieldProblem, ValidationError } from '@/errors'
import { isDeeperThan } from '@/lib/jsonDepth'
import { MAX_JSON_DEPTH } from './soundJson'

/** The field of a form that Payload reads as JSON: all others in one. */
export const PAYLOAD_FIELD = '_payload'

/** More fields than any collection has. */
const MOST_FIELDS = 200

/** Payload reads it without a look at what it is (addDataAndFileToRequest). */
function payloadProblem(text: string): string | null {
  if (text === '') return null
  if (isDeeperThan(text, MAX_JSON_DEPTH))
    return `has lists and objects within each other, more than ${MAX_JSON_DEPTH} deep`
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? null : 'must be an object'
  } catch {
    return 'is not readable JSON'
  }
}

/**
 * Lets a form through as long as it can be read, and ends with an error where it cannot. What reads it behind is not
 * asked about it: Payload’s own reader (uploads/fetchAPI-multipart/processMultipart) leaves a file that comes after a
 * fault without anybody to hear of the next, which ends the process.
 *
 * @param contentType with its boundary
 * @param onField is told each field that is no file
 */
export function wholeForm(
  contentType: string,
  onField: (name: string, value: string) => void = () => undefined,
): TransformStream<Uint8Array, Uint8Array> {
  const reader = busboy({ headers: { 'content-type': contentType } })
  let problem: FieldProblem | undefined
  const refuseField = (field: string, message: string) => {
    problem ??= { field, message }
  }
  const breaks = () => refuseField('body', 'is not a readable form')
  let payloads = 0
  let fields = 0
  const ended = new Promise<void>((resolve) => {
    reader.once('close', resolve)
    reader.once('error', () => {
      breaks()
      resolve()
    })
  })
  reader.on('error', () => undefined)
  const readPayload = (text: string, isCut: boolean) => {
    payloads += 1
    if (payloads > 1) return refuseField(PAYLOAD_FIELD, 'is sent more than once')
    // Of a cut one Payload says that it is too large.
    const unreadable = isCut ? null : payloadProblem(text)
    if (unreadable) refuseField(PAYLOAD_FIELD, unreadable)
  }
  // Of an encoding that busboy does not know there is no value, whatever its types say.
  reader.on('field', (name, value: string | undefined, { valueTruncated }) => {
    fields += 1
    if (fields > MOST_FIELDS) breaks()
    else if (value === undefined) refuseField(name, 'is in an encoding that is not known here')
    // Payload would fetch whatever stored file such a text names, and ask nobody (uploads/getFileFromClientUpload).
    else if (name === 'file') refuseField('file', 'must be a file')
    else if (name === PAYLOAD_FIELD) readPayload(value, valueTruncated)
    else onField(name, value)
  })
  reader.on('file', (name, file, { filename }) => {
    file.on('error', () => undefined)
    if (name === PAYLOAD_FIELD) refuseField(PAYLOAD_FIELD, 'must be JSON, and no file')
    file.on('data', () => {
      // Of a file without a name Payload looks for the ending of its name.
      if (!filename) breaks()
    })
  })
  const refuse = () => {
    if (problem) throw new ValidationError([problem])
  }
  // One behind: whatever reads it has the end of a form only once the whole is known to be one.
  let held: Uint8Array | undefined
  return new TransformStream({
    async transform(chunk, controller) {
      await new Promise<void>((resolve) => void reader.write(chunk, () => resolve()))
      refuse()
      if (held) controller.enqueue(held)
      held = chunk
    },
    async flush(controller) {
      reader.end()
      await ended
      refuse()
      if (held) controller.enqueue(held)
    },
  })
}
