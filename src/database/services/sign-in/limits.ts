import type { RateLimit } from '@/contracts'

const MINUTES = 60
const HOURS = 60 * MINUTES

/**
 * How often a wrong password may be tried. Nobody's account is ever locked: whoever tries is, from where they try
 * (docs/decisions/020).
 */
export const SIGN_IN = {
  /** One account from one place: more than a person needs who has forgotten which one it was. */
  pair: { name: 'sign-in:pair', tries: 20, seconds: 15 * MINUTES },
  /** The same, for who comes back every quarter of an hour. */
  pairInADay: { name: 'sign-in:pair-day', tries: 60, seconds: 24 * HOURS },
  /** Any accounts from one place: an office behind one address. */
  place: { name: 'sign-in:place', tries: 100, seconds: 15 * MINUTES },
  /** One account from all places that are new to it; a device that has signed in to it before is not asked. */
  account: { name: 'sign-in:account', tries: 200, seconds: HOURS },
  /** One account on one device that has signed in to it before. */
  device: { name: 'sign-in:device', tries: 20, seconds: 15 * MINUTES },
} as const satisfies Record<string, RateLimit>

/** What can be asked without being anybody: a new password, by mail or by its token, and the first user. */
export const ASK = {
  place: { name: 'ask:place', tries: 30, seconds: 15 * MINUTES },
  /** Mail to one account, asked for from one place. */
  pair: { name: 'ask:pair', tries: 5, seconds: HOURS },
} as const satisfies Record<string, RateLimit>
