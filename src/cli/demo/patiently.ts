/** How long a server that cannot be reached is waited for: a busy machine comes back, a broken one does not. */
const PATIENCE_MS = 60_000
const LONGEST_PAUSE_MS = 5_000

export const GOES_ON = 'The same command again goes on where this one stopped.'

const IN_WORDS: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut off',
  EPIPE: 'the connection was cut off',
  UND_ERR_SOCKET: 'the connection was cut off',
  UND_ERR_HEADERS_TIMEOUT: 'it took longer than five minutes',
  ETIMEDOUT: 'the connection took too long',
}

/** The network's error behind what `fetch` throws, or null where it is another one. */
function networkFault(error: unknown): { code: string; words: string } | null {
  // `fetch` says no more than "fetch failed", or "terminated" in the middle of an answer; the reason is its cause.
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return null
  const { code = '', message } = error.cause as NodeJS.ErrnoException
  return { code, words: IN_WORDS[code] ?? message }
}

export interface Patience {
  /** Says why the server has ended, or null while it runs. */
  whyEnded?: () => string | null
  patienceMs?: number
  pauseMs?: number
}

/**
 * Does something over the network again while the server cannot be reached. What the server answers, an error
 * too, is an answer; so is that it takes too long.
 * @param work can be repeated as a whole: it reads, or looks first whether it has been done
 */
export async function patiently<Result>(
  work: () => Promise<Result>,
  { whyEnded = () => null, patienceMs = PATIENCE_MS, pauseMs = 250 }: Patience = {},
): Promise<Result> {
  let failingSince: number | undefined
  for (let pause = pauseMs; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      const fault = networkFault(error)
      if (!fault) throw error
      failingSince ??= Date.now()
      await new Promise((resolve) => setTimeout(resolve, pause))
      const ended = whyEnded()
      if (ended) throw new Error(`${ended}\n${GOES_ON}`)
      if (fault.code === 'UND_ERR_HEADERS_TIMEOUT' || Date.now() - failingSince > patienceMs) {
        throw new Error(`The server does not answer: ${fault.words}. ${GOES_ON}`)
      }
    }
  }
}
