import type { PayloadRequest } from 'payload'
import { ValidationError } from '@/errors'

/**
 * References that are answered as whole documents, of one request. A page of 200 scenes with fifty lines each has some
 * 20,000; each of them is a kilobyte or two of the answer, which is written in one piece.
 */
export const MOST_POPULATED = 25_000

type Loader = PayloadRequest['payloadDataLoader']

const bounded = new WeakSet<Loader>()

/** Counts what Payload puts in the place of references (fields/hooks/afterRead), and ends it where there is no end. */
export function boundPopulated({ payloadDataLoader: loader }: PayloadRequest): void {
  if (!loader || bounded.has(loader)) return
  bounded.add(loader)
  const load = loader.load.bind(loader)
  let populated = 0
  loader.load = async (key) => {
    populated += 1
    if (populated > MOST_POPULATED)
      throw new ValidationError([
        {
          field: 'depth',
          message: `would put more than ${MOST_POPULATED} documents in the place of references: ask for fewer at once (limit), or less deep`,
        },
      ])
    return load(key)
  }
}
