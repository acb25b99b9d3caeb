import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { RateLimit, TriesLeft } from '@/contracts'
import { engineOf } from '@/database/engine'
import { TooManyTries } from '@/errors'

/** A limit, and what is counted by it. */
export interface Counted {
  limit: RateLimit
  by: string[]
}

export interface Tried {
  limit: RateLimit
  key: string
  left: TriesLeft
}

/** Whatever somebody types as an account is no longer than any other, and is not readable where it is kept. */
const keyOf = (by: string[]): string => createHash('sha256').update(JSON.stringify(by)).digest('base64url')

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

/**
 * Takes a try of every limit, in this order, before anything is done, so that of many at once no more get through. The
 * first that has none left refuses, and those after it are not touched: who is refused for themselves uses up nothing
 * that others share.
 *
 * @param said is told what is left of each limit
 * @throws {TooManyTries}
 */
export async function takeTries(
  payload: Payload,
  counted: Counted[],
  said: (limit: RateLimit, left: TriesLeft) => void,
): Promise<Tried[]> {
  const { rateLimits } = engineOf(payload)
  const tried: Tried[] = []
  for (const { limit, by } of counted) {
    const key = keyOf(by)
    const left = await rateLimits.take(limit, key)
    if (!left.isAllowed) {
      said(limit, left)
      throw new TooManyTries(
        `There were too many tries. Try again in ${inWords(left.resetSeconds)}.`,
        left.resetSeconds,
      )
    }
    if (tried.length === 0) said(limit, left)
    tried.push({ limit, key, left })
  }
  return tried
}

/** Tries that turned out to be none, such as those that were cut off by a fault of the server's. */
export async function giveBackTries(payload: Payload, tried: Tried[]): Promise<void> {
  const { rateLimits } = engineOf(payload)
  await Promise.all(tried.map(({ limit, key }) => rateLimits.giveBack(limit, key)))
}

/** Forgets what was tried before: it was whoever they said they are. */
export async function forgetTries(payload: Payload, tried: Tried[]): Promise<void> {
  const { rateLimits } = engineOf(payload)
  await Promise.all(tried.map(({ limit, key }) => rateLimits.forget(limit, key)))
}
