import busboy from 'busboy'
import { type FieldProblem, ValidationError } from '@/errors'

/** More fields than any collection has. */
const MOST_FIELDS = 200

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
  const breaks = () => {
    problem ??= { field: 'body', message: 'is not a readable form' }
  }
  let fields = 0
  const ended = new Promise<void>((resolve) => {
    reader.once('close', resolve)
    reader.once('error', () => {
      breaks()
      resolve()
    })
  })
  reader.on('error', () => undefined)
  reader.on('field', (name, value) => {
    fields += 1
    if (fields > MOST_FIELDS) breaks()
    // Payload would fetch whatever stored file such a text names, and ask nobody (uploads/getFileFromClientUpload).
    else if (name === 'file') problem ??= { field: 'file', message: 'must be a file' }
    else onField(name, value)
  })
  reader.on('file', (_name, file, { filename }) => {
    file.on('error', () => undefined)
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
