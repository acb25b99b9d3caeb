'use client'

import { useState } from 'react'
import { usePolling } from '../lib/usePolling'

const RETRY_MS = 3_000

/**
 * Asks for the whole board once the page lives, and again until it comes, where the page brought only its beginning.
 *
 * @returns whether the whole is there, and why it is not where asking for it failed.
 */
export function useRestOfBoard(
  isWhole: boolean,
  refreshBoard: (signal?: AbortSignal) => Promise<void>,
): { isWhole: boolean; problem: string | null } {
  const [hasCome, setHasCome] = useState(isWhole)
  const problem = usePolling(
    async (signal) => {
      if (hasCome) return
      await refreshBoard(signal)
      setHasCome(true)
    },
    hasCome ? null : RETRY_MS,
    { isImmediate: !hasCome },
  )
  return { isWhole: hasCome, problem }
}
