import { type IRateLimiterOptions, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimit, RateLimitStore, TriesLeft } from '@/contracts'

type Make = (options: IRateLimiterOptions) => RateLimiterAbstract

const leftOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isAllowed: boolean): TriesLeft => ({
  isAllowed,
  left: remainingPoints,
  resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
})

/** rate-limiter-flexible on whatever an engine keeps counts in; each limit is made when it is first asked for. */
export function rateLimitStore(make: Make): RateLimitStore {
  const limiters = new Map<string, RateLimiterAbstract>()
  const of = ({ name, tries, seconds }: RateLimit): RateLimiterAbstract => {
    const known = limiters.get(name)
    if (known) return known
    const made = make({ keyPrefix: name, points: tries, duration: seconds })
    limiters.set(name, made)
    return made
  }
  return {
    async take(limit, key) {
      try {
        return leftOf(await of(limit).consume(key), true)
      } catch (refused) {
        // What is no answer is a fault of the store's.
        if (!(refused instanceof RateLimiterRes)) throw refused
        return leftOf(refused, false)
      }
    },
    async giveBack(limit, key) {
      await of(limit).reward(key)
    },
    async forget(limit, key) {
      await of(limit).delete(key)
    },
  }
}
