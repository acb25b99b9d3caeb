import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { passwordDigest } from './passwordDigest'
import { whoseSessions } from './whoseSessions'

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
    await passwordDigest(password, nobody)
    return work()
  })
}
