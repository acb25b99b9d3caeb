'use client'

import { useEffect, useState } from 'react'
import { messageOf } from '../../lib/api'

/** What a call answers, and in words why it did not. `ask` must stay the same function for the same question. */
export function useAnswer<Answer>(ask: () => Promise<Answer>): {
  answer: Answer | null
  problem: string | null
} {
  const [state, setState] = useState<{ answer: Answer | null; problem: string | null }>({
    answer: null,
    problem: null,
  })
  useEffect(() => {
    let isCurrent = true
    setState({ answer: null, problem: null })
    ask().then(
      (answer) => isCurrent && setState({ answer, problem: null }),
      (error) => isCurrent && setState({ answer: null, problem: messageOf(error) }),
    )
    return () => {
      isCurrent = false
    }
  }, [ask])
  return state
}
