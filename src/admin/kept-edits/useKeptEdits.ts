'use client'

import { useAllFormFields, useAuth, useDocumentInfo, useForm, useFormProcessing } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { forgetKeptEdits, type KeptEdits, keyOf, readKeptEdits, writeKeptEdits } from './keptEdits'
import { changesNotIn, typedChanges, withChanges } from './typedChanges'

const KEEP_AFTER_MS = 400

/**
 * Keeps what is typed in a document’s form in the browser until it is saved. Whoever is taken over, finds the document
 * changed by somebody else, or closes the tab finds it again.
 */
export function useKeptEdits() {
  const { id, collectionSlug, initialState, savedDocumentData } = useDocumentInfo()
  const { user } = useAuth()
  const { disabled, getData, reset, setModified } = useForm()
  const [fields] = useAllFormFields()
  const isSaving = useFormProcessing()
  const key = id && collectionSlug && user ? keyOf(String(user.id), collectionSlug, String(id)) : null
  const savedAt = (savedDocumentData as { updatedAt?: string } | undefined)?.updatedAt ?? null

  /** What an earlier visit left, or this one before its form was taken away. */
  const [found, setFound] = useState<KeptEdits | null>(null)
  const [isKept, setIsKept] = useState(true)
  /** Paths that were put back: the form takes their values for those it was loaded with. */
  const carried = useRef<string[]>([])
  /** What was written here, and with which state of the server the form began then. */
  const written = useRef<unknown>(null)
  const pending = useRef<(() => void) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    pending.current?.()
    pending.current = null
  }, [])

  /** What was typed here is saved, or undone. What was found and is not decided on stays. */
  const settle = useCallback(() => {
    clearTimeout(timer.current)
    pending.current = null
    written.current = null
    carried.current = []
    if (!key) return
    if (found) writeKeptEdits(key, found)
    else forgetKeptEdits(key)
  }, [found, key])

  // A form that is filled anew by the server, after somebody else took over or saved, has lost what was typed in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for when the form begins anew
  useEffect(() => {
    flush()
    carried.current = []
    written.current = null
    const kept = key ? readKeptEdits(key) : null
    // A tab that is left while it saves does not learn that it did: what the document holds by now is not lost.
    const changes = kept ? changesNotIn(reduceFieldsToValues(initialState ?? {}, true), kept.changes) : []
    if (key && kept && changes.length === 0) forgetKeptEdits(key)
    setFound(kept && changes.length > 0 ? { ...kept, changes } : null)
  }, [key, initialState])

  const changes = useMemo(() => typedChanges(fields, getData(), carried.current), [fields, getData])

  useEffect(() => {
    if (!key || isSaving) return
    if (changes.length === 0) {
      // Undone by hand: the form is still the one that was typed in.
      if (written.current !== null && written.current === initialState) settle()
      return
    }
    const others = (found?.changes ?? []).filter(({ path }) => !changes.some((each) => each.path === path))
    clearTimeout(timer.current)
    pending.current = () => {
      written.current = initialState
      setIsKept(writeKeptEdits(key, { changes: [...others, ...changes], basedOn: savedAt }))
    }
    timer.current = setTimeout(flush, KEEP_AFTER_MS)
  }, [changes, flush, found, initialState, isSaving, key, savedAt, settle])

  // What was saved need not be kept; what was refused is.
  const savedBefore = useRef({ isSaving, savedAt })
  useEffect(() => {
    const before = savedBefore.current
    if (isSaving && !before.isSaving) savedBefore.current = { isSaving, savedAt }
    if (isSaving || !before.isSaving) return
    savedBefore.current = { isSaving, savedAt }
    if (savedAt !== before.savedAt) settle()
  }, [isSaving, savedAt, settle])

  // A tab that is closed while somebody types keeps the last words, too.
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  const putBack = useCallback(async () => {
    if (!found) return
    carried.current = found.changes.map(({ path }) => path)
    await reset(withChanges(getData() as Record<string, unknown>, found.changes))
    setModified(true)
    setFound(null)
  }, [found, getData, reset, setModified])

  const discard = () => {
    setFound(null)
    if (key && changes.length === 0) forgetKeptEdits(key)
    else if (key) writeKeptEdits(key, { changes, basedOn: savedAt })
  }

  return {
    found,
    isKept,
    /** Whether somebody else has saved the document since. */
    isOutdated: found !== null && found.basedOn !== savedAt,
    canPutBack: !disabled,
    putBack,
    discard,
  }
}
