import type { Config, PayloadRequest } from 'payload'
import { inAdminTurn } from '@/database/services/locks/adminTurn'
import { inSessionTurn } from '@/database/services/locks/sessionTurn'
import { NotFound } from '@/errors'
import { limited } from './limits'
import { inSignInTurn } from './signInTurn'
import { whoseSessions } from './whoseSessions'

type Arguments = Record<string, unknown>
type Mutation = {
  resolve: (source: unknown, args: Arguments, context: { req: PayloadRequest }, info: unknown) => unknown
}
type Around = (req: PayloadRequest, args: Arguments, work: () => Promise<unknown>) => Promise<unknown>

const inTurnOf =
  (whose: (req: PayloadRequest, args: Arguments) => Promise<string[]>): Around =>
  async (req, args, work) =>
    inSessionTurn(req.payload, await whose(req, args), work)

const forgetting = inTurnOf((req, { email }) => whoseSessions.withEmail(req, email))
const resetting = inTurnOf((req, { token }) => whoseSessions.withToken(req, token))
const changing = inTurnOf((_req, { id }) => whoseSessions.named(id))

/** What is done around each mutation: the same as by REST ({@link sessionsInTurn}). */
const AROUND: Record<string, Around> = {
  loginUser: (req, args, work) => limited.signIn(req, args, () => inSignInTurn(req, args, work)),
  logoutUser: inTurnOf(whoseSessions.signedIn),
  refreshTokenUser: inTurnOf(whoseSessions.signedIn),
  forgotPasswordUser: (req, args, work) => limited.forgot(req, args, () => forgetting(req, args, work)),
  resetPasswordUser: (req, args, work) => limited.reset(req, args, () => resetting(req, args, work)),
  updateUser: (req, args, work) => {
    const isAboutRole = req.user && (args.data as { role?: unknown } | undefined)?.role !== undefined
    const inSessions = () => changing(req, args, work)
    return isAboutRole ? inAdminTurn(req.payload, inSessions) : inSessions()
  },
  deleteUser: (req, _args, work) => (req.user ? inAdminTurn(req.payload, work) : work()),
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
    Object.entries(AROUND).map(([name, around]) => {
      const own = fields[name]
      if (!own) throw new Error(`Payload has no mutation ${name} any more.`)
      const { resolve } = own
      const inTurn: Mutation['resolve'] = (source, args, { req, ...rest }, info) =>
        around(req, args, async () => resolve(source, args, { req, ...rest }, info))
      return [name, { ...own, resolve: inTurn }]
    }),
  )
  return { ...inTurn, ...others }
}
