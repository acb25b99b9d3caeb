import type { Payload } from 'payload'
import type { RateLimit, TriesLeft } from '@/contracts'
import { SIGN_IN } from './limits'
import { type Counted, forgetTries, giveBackTries, takeTries } from './tryLimits'

export interface SignInTry {
  /** The address as it is stored: in small letters, without space around it. */
  account: string
  /** The network that asks. */
  place: string
  /** The device's id, where it has signed in to this account before. */
  device: string | null
}

export interface SignInOutcome {
  /** The password was right. */
  succeeded(): Promise<void>
  /** It was not looked at: a fault of the server's, or of the form's. */
  undone(): Promise<void>
}

/** A device that is known is counted by itself: nobody beside it, or anywhere else, uses up its tries. */
const countedFor = ({ account, place, device }: SignInTry): Counted[] =>
  device
    ? [{ limit: SIGN_IN.device, by: [account, device] }]
    : [
        { limit: SIGN_IN.pair, by: [account, place] },
        { limit: SIGN_IN.pairInADay, by: [account, place] },
        { limit: SIGN_IN.place, by: [place] },
        { limit: SIGN_IN.account, by: [account] },
      ]

const OWN: RateLimit[] = [SIGN_IN.pair, SIGN_IN.pairInADay, SIGN_IN.device]

/**
 * Counts a try to sign in, before the password is looked at. Of an account that there is not it counts the same.
 *
 * @throws {TooManyTries}
 */
export async function trySignIn(
  payload: Payload,
  trying: SignInTry,
  said: (limit: RateLimit, left: TriesLeft) => void,
): Promise<SignInOutcome> {
  const tried = await takeTries(payload, countedFor(trying), said)
  const isOwn = ({ limit }: { limit: RateLimit }) => OWN.includes(limit)
  return {
    async succeeded() {
      await forgetTries(payload, tried.filter(isOwn))
      // What is counted for others, too, is not theirs to forget.
      await giveBackTries(
        payload,
        tried.filter((each) => !isOwn(each)),
      )
    },
    undone: () => giveBackTries(payload, tried),
  }
}
