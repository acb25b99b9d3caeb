import { type PayloadRequest, parseCookies } from 'payload'
import type { RateLimit, TriesLeft } from '@/contracts'
import {
  DEVICE_SECONDS,
  deviceCookieName,
  knownDevice,
  recognizeDevice,
} from '@/database/services/sign-in/knownDevice'
import { ASK } from '@/database/services/sign-in/limits'
import { trySignIn } from '@/database/services/sign-in/signInTries'
import { takeTries } from '@/database/services/sign-in/tryLimits'
import { canSendMail } from '@/lib/canSendMail'
import { networkOf } from '@/lib/clientAddress'

type Arguments = Record<string, unknown>
type Work<Result> = () => Promise<Result>

/** Longer than a mail is handed over in: the time of the answer does not tell whether there was one. */
const FORGOT_MS = 1_500

const accountOf = (email: unknown): string => (typeof email === 'string' ? email.toLowerCase().trim() : '')

/** Who is asking, as far as can be known: the server has put the true address into the header (`lib/door`). */
const placeOf = (req: PayloadRequest): string => networkOf(req.headers.get('x-forwarded-for') ?? '')

/** By the fields that are being agreed on (draft-ietf-httpapi-ratelimit-headers), and by Retry-After (RFC 9110). */
const saying =
  (req: PayloadRequest) =>
  ({ name, tries, seconds }: RateLimit, { isAllowed, left, resetSeconds }: TriesLeft): void => {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('RateLimit-Policy', `"${name}";q=${tries};w=${seconds}`)
    req.responseHeaders.set('RateLimit', `"${name}";r=${left};t=${resetSeconds}`)
    if (!isAllowed) req.responseHeaders.set('Retry-After', String(resetSeconds))
  }

/**
 * A cookie that opens nothing: by it a device is known again that has signed in to this account before. Behind TLS it is
 * made Secure where every cookie is (`lib/door`).
 */
function rememberDevice(req: PayloadRequest, account: string): void {
  const value = knownDevice(req.payload.secret, account)
  req.responseHeaders ??= new Headers()
  req.responseHeaders.append(
    'Set-Cookie',
    `${deviceCookieName(account)}=${value}; Path=/; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax`,
  )
}

/** The device's id, where it has signed in to this account before. */
const deviceOf = ({ payload, headers }: PayloadRequest, account: string): string | null =>
  recognizeDevice(payload.secret, account, parseCookies(headers).get(deviceCookieName(account)))

/**
 * Signing in, no more often than somebody does who has forgotten which password it was.
 *
 * @throws {TooManyTries} before the password is looked at
 */
async function signIn<Result>(
  req: PayloadRequest,
  { email, password }: Arguments,
  work: Work<Result>,
): Promise<Result> {
  const account = accountOf(email)
  // What is missing Payload says in its own words, and nothing was tried.
  if (!account || typeof password !== 'string' || !password.trim()) return work()
  const device = deviceOf(req, account)
  const outcome = await trySignIn(req.payload, { account, place: placeOf(req), device }, saying(req))
  try {
    const result = await work()
    await outcome.succeeded()
    if (!device) rememberDevice(req, account)
    return result
  } catch (error) {
    if ((error as { status?: unknown }).status !== 401) await outcome.undone()
    throw error
  }
}

/**
 * Whether somebody who is signed in knows the password of their account: tried no more often than by signing in.
 *
 * @throws {TooManyTries} before the password is looked at
 */
async function knowsPassword(
  req: PayloadRequest,
  email: string,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  const account = accountOf(email)
  const trying = { account, place: placeOf(req), device: deviceOf(req, account) }
  const outcome = await trySignIn(req.payload, trying, saying(req))
  try {
    const knows = await isRight()
    if (knows) await outcome.succeeded()
    return knows
  } catch (error) {
    await outcome.undone()
    throw error
  }
}

async function forgot<Result>(
  req: PayloadRequest,
  { email }: Arguments,
  work: Work<Result>,
): Promise<Result> {
  const [place, account] = [placeOf(req), accountOf(email)]
  await takeTries(
    req.payload,
    [
      { limit: ASK.pair, by: [account, place] },
      { limit: ASK.place, by: [place] },
    ],
    saying(req),
  )
  if (!canSendMail(req.payload)) return work()
  const [done] = await Promise.allSettled([work(), new Promise((resolve) => setTimeout(resolve, FORGOT_MS))])
  if (done.status === 'rejected') throw done.reason
  return done.value
}

async function ask<Result>(req: PayloadRequest, _args: Arguments, work: Work<Result>): Promise<Result> {
  await takeTries(req.payload, [{ limit: ASK.place, by: [placeOf(req)] }], saying(req))
  return work()
}

/** What guesses could be made by, no more often than people do it. Each throws {@link TooManyTries}. */
export const limited = { signIn, knowsPassword, forgot, reset: ask, first: ask }
