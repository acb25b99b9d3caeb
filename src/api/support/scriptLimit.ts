import { bodyLimit } from 'hono/body-limit'
import { ShowrunnerError } from '@/errors'
import { MAX_SCRIPT_BYTES, MAX_SCRIPT_MB } from '@/script-files/limits'

export const TOO_LARGE = `A script may have at most ${MAX_SCRIPT_MB} MB.`

/** For routes that take a script. With what a form or JSON’s escapes wrap around it; the parser has the exact limit. */
export const scriptLimit = bodyLimit({
  maxSize: MAX_SCRIPT_BYTES + 5 * 1024 ** 2,
  onError: () => {
    throw new ShowrunnerError('too-large', TOO_LARGE, 413, { maxBytes: MAX_SCRIPT_BYTES })
  },
})
