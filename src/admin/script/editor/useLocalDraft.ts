'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { StoredText } from '../saving/useSaving'
import { forgetLocalDraft, type LocalDraft, readLocalDraft, writeLocalDraft } from './localDraft'

const KEEP_AFTER_MS = 600

/** Keeps what is typed in the browser until it is saved. `found` is what an earlier visit left. */
export function useLocalDraft(episodeId: string, stored: StoredText) {
  const [found, setFound] = useState<LocalDraft | null>(() => {
    const draft = readLocalDraft(episodeId)
    return draft && draft.text !== stored.text ? draft : null
  })
  const [isKept, setIsKept] = useState(true)
  const pending = useRef<(() => void) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    pending.current?.()
    pending.current = null
  }, [])

  // A tab that is closed while somebody types keeps the last words, too.
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  const keep = useCallback(
    (read: () => string, { text, version }: StoredText) => {
      clearTimeout(timer.current)
      pending.current = () => {
        const typed = read()
        if (typed === text) forgetLocalDraft(episodeId)
        else setIsKept(writeLocalDraft(episodeId, { text: typed, baseVersion: version }))
      }
      timer.current = setTimeout(flush, KEEP_AFTER_MS)
    },
    [episodeId, flush],
  )

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    pending.current = null
    forgetLocalDraft(episodeId)
    setFound(null)
  }, [episodeId])

  return { found, isKept, keep, forget, dismiss: () => setFound(null) }
}
