import type { Config, PayloadRequest } from 'payload'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { NotFound } from '@/errors'
import { whoseSessions } from './whoseSessions'

type Arguments = Record<string, unknown>
type Mutation = {
  resolve: (source: unknown, args: Arguments, context: { req: PayloadRequest }, info: unknown) => unknown
}

/** The mutations that write a user's sessions, and whose: the same as {@link sessionsInTurn} by REST. */
const WHOSE: Record<string, (req: PayloadRequest, args: Arguments) => Promise<string[]>> = {
  loginUser: (req, { email }) => whoseSessions.withEmail(req, email),
  logoutUser: whoseSessions.signedIn,
  refreshTokenUser: whoseSessions.signedIn,
  forgotPasswordUser: (req, { email }) => whoseSessions.withEmail(req, email),
  resetPasswordUser: (req, { token }) => whoseSessions.withToken(req, token),
  updateUser: (_req, { id }) => whoseSessions.named(id),
}

/** Payload has it for all who sign in, and fails in it where no addresses are verified. */
const nobodyVerifies = () => {
  throw new NotFound('address to verify', 'given')
}

/** For Payload's config: its own mutations, in the turn of those whose sessions they change. */
export const sessionMutations: NonNullable<Config['graphQL']>['mutations'] = (_graphQL, context) => {
  const { fields } = (context as unknown as { Mutation: { fields: Record<string, Mutation | undefined> } })
    .Mutation
  const verify = fields.verifyEmailUser
  const others = verify ? { verifyEmailUser: { ...verify, resolve: nobodyVerifies } } : {}
  const inTurn = Object.fromEntries(
    Object.entries(WHOSE).map(([name, whose]) => {
      const own = fields[name]
      if (!own) throw new Error(`Payload has no mutation ${name} any more.`)
      const { resolve } = own
      const inTurn: Mutation['resolve'] = async (source, args, { req, ...rest }, info) =>
        inSessionTurn(req.payload, await whose(req, args), async () =>
          resolve(source, args, { req, ...rest }, info),
        )
      return [name, { ...own, resolve: inTurn }]
    }),
  )
  return { ...inTurn, ...others }
}
