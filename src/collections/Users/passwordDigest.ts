import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

interface Digest {
  iterations: number
  bytes: number
}

/** As Payload makes a password's digest, and says so before it (`strategies/local/generatePasswordSaltHash`). */
const PREFIX = 'pbkdf2-sha256-v1:'
const TODAY: Digest = { iterations: 600_000, bytes: 32 }
/** Of passwords that were last typed before it did. */
const FORMER: Digest = { iterations: 25_000, bytes: 512 }

const digest = promisify(pbkdf2)

/** The digest of a password as it is made today. */
export const passwordDigest = (password: string, salt: string, { iterations, bytes }: Digest = TODAY) =>
  digest(password, salt, iterations, bytes, 'sha256')

/**
 * Whether a password is the one whose digest is stored. Payload looks at one only where it opens a session
 * (`strategies/local/authenticate`, which it does not export).
 */
export async function isPasswordOf(
  { hash, salt }: { hash?: string | null; salt?: string | null },
  password: string,
): Promise<boolean> {
  if (!hash || !salt) return false
  const isOfToday = hash.startsWith(PREFIX)
  const stored = Buffer.from(isOfToday ? hash.slice(PREFIX.length) : hash, 'hex')
  const made = await passwordDigest(password, salt, isOfToday ? TODAY : FORMER)
  return made.length === stored.length && timingSafeEqual(made, stored)
}
