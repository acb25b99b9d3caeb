import { ShowrunnerError, ValidationError } from '@/errors'
import { decodeText } from '@/lib/decodeText'
import { isDeeperThan } from '@/lib/jsonDepth'
import { readAtMost } from '@/lib/readAtMost'

/** The text of eighty feature films. What is larger comes as a file. */
export const MAX_JSON_BYTES = 16 * 1024 ** 2
/** Lists and objects within each other. The deepest document has some ten; conditions may have more. */
export const MAX_JSON_DEPTH = 100

/**
 * The text of a JSON body that can be worked with: as long, as deep and in the letters that it may be. Whether it is JSON
 * its reader says.
 *
 * @throws {ShowrunnerError} 413 where it is longer, without having read the rest
 * @throws {ValidationError}
 */
export async function soundJson(
  body: ReadableStream<Uint8Array> | null | undefined,
  most = MAX_JSON_BYTES,
): Promise<string> {
  const bytes = await readAtMost(body, most)
  if (!bytes)
    throw new ShowrunnerError('too-large', `JSON may have at most ${most / 1024 ** 2} MB.`, 413, {
      maxBytes: most,
    })
  const text = decodeText(bytes)
  if (text === null) throw new ValidationError([{ field: 'body', message: 'is not text in UTF-8' }])
  if (isDeeperThan(text, MAX_JSON_DEPTH))
    throw new ValidationError([
      { field: 'body', message: `has lists and objects within each other, more than ${MAX_JSON_DEPTH} deep` },
    ])
  return text
}
