import { createHash, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { PayloadRequest } from 'payload'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { whoseSessions } from './whoseSessions'

/** As Payload makes a password's digest (`strategies/local/generatePasswordSaltHash`). */
const DIGEST = { iterations: 600_000, bytes: 32, name: 'sha256' }

const digest = promisify(pbkdf2)

/**
 * Signs in, in the turn of whose sessions it changes. Payload answers of an address that nobody has before it looks at the
 * password, which takes a sixth of a second: whoever measured it would know who has an account. So the same is done for
 * nobody.
 */
export async function inSignInTurn<Result>(
  req: PayloadRequest,
  { email, password }: Record<string, unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  const whose = await whoseSessions.withEmail(req, email)
  if (whose.length > 0 || typeof password !== 'string') return inSessionTurn(req.payload, whose, work)
  const nobody = createHash('sha256').update(String(email)).digest('hex').slice(0, 32)
  return inSessionTurn(req.payload, [nobody], async () => {
    await digest(password, nobody, DIGEST.iterations, DIGEST.bytes, DIGEST.name)
    return work()
  })
}
