const BASE_MS = 1_000
const MAX_MS = 10 * 60_000

/**
 * When to try again: exponential backoff with full jitter, so that tasks that failed together do not come
 * back together.
 * @param attempt 1 after the first failure
 */
export function retryAt(attempt: number, now = Date.now(), random: () => number = Math.random): Date {
  const ceiling = Math.min(MAX_MS, BASE_MS * 4 ** (attempt - 1))
  return new Date(now + Math.round(ceiling / 2 + random() * (ceiling / 2)))
}
