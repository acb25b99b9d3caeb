'use client'

import { useEffect, useState } from 'react'

/** `at 14:03`, or `on 26 Nov at 14:03` where that was another day; by the clock of this machine. */
export function atTime(moment: string, now: Date): string {
  const date = new Date(moment)
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const isToday = date.toDateString() === now.toDateString()
  return isToday
    ? `at ${time}`
    : `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} at ${time}`
}

/** The same for a page that a server began: it does not know what time it is where one looks at it. Empty at first. */
export function useClock(moment: string | null | undefined): string {
  const [words, setWords] = useState('')
  useEffect(() => setWords(moment ? atTime(moment, new Date()) : ''), [moment])
  return words
}
