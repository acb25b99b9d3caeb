'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useRef, useState } from 'react'
import type { AppliedDraft, ScriptDraft } from '@/contracts'
import { isApplied, readCurrentScript, saveScript, undoDraft } from '../../draft/draftApi'
import { ApiError, messageOf } from '../../lib/api'
import { mergeTexts } from './mergeTexts'

/** The script as the episode has it. */
export interface StoredText {
  text: string
  version: number
}

/** Somebody saved another version while this one was being written. */
export interface Conflict {
  base: StoredText
  mine: string
  theirs: StoredText
  /** Both changes in one; null where they touch the same lines. */
  merged: string | null
}

const UNDO_MS = 12_000

/** As the editor has it: one kind of line ending. */
const normal = ({ text, version }: StoredText): StoredText => ({
  text: text.replace(/\r\n?/g, '\n'),
  version,
})

/**
 * Saves texts as new versions of an episode's script.
 *
 * @param onStored is told of every text that the episode has from then on.
 */
export function useSaving(
  episodeId: string,
  initial: StoredText,
  onStored: (next: StoredText, before: StoredText) => void,
) {
  const [stored, setStored] = useState(() => normal(initial))
  const [isSaving, setIsSaving] = useState(false)
  const [review, setReview] = useState<ScriptDraft | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const current = useRef(stored)
  const offer = useRef<string | number | null>(null)

  const adopt = useCallback(
    (given: StoredText) => {
      const next = normal(given)
      onStored(next, current.current)
      current.current = next
      setStored(next)
    },
    [onStored],
  )

  const reload = useCallback(async () => {
    const found = await readCurrentScript(episodeId)
    if (found) adopt({ text: found.text, version: found.version })
  }, [adopt, episodeId])

  const undo = useCallback(
    async (draftId: string) => {
      try {
        const { warnings } = await undoDraft(draftId)
        await reload()
        toast.success(['Undone.', ...warnings.map(({ message }) => message)].join(' '))
      } catch (error) {
        toast.error(messageOf(error))
      }
    },
    [reload],
  )

  /** After a draft was applied, wherever that was. */
  const finish = useCallback(
    async ({ draft }: AppliedDraft, text: string | null = null) => {
      const version = draft.applied?.scriptVersion
      if (text !== null && version) adopt({ text, version })
      else await reload()
      const { id } = draft
      // Only the last of several can be undone: one offer at a time.
      if (offer.current !== null) toast.dismiss(offer.current)
      offer.current = toast.success(version ? `Saved as version ${version}.` : 'Saved.', {
        duration: UNDO_MS,
        action: id ? { label: 'Undo', onClick: () => void undo(id) } : undefined,
      })
    },
    [adopt, reload, undo],
  )

  /** @returns a text to save instead, where that needs nobody to choose. */
  const meetConflict = useCallback(
    async (mine: string, mergesAlone: boolean): Promise<string | null> => {
      const theirs = await readCurrentScript(episodeId)
      if (!theirs) throw new Error('The script is not there any more.')
      const base = current.current
      const merged = mergeTexts(base.text, mine, theirs.text)
      if (mergesAlone && merged !== null) {
        adopt({ text: theirs.text, version: theirs.version })
        return merged
      }
      setConflict({ base, mine, theirs: { text: theirs.text, version: theirs.version }, merged })
      return null
    },
    [adopt, episodeId],
  )

  /**
   * @param mergesAlone puts the change into what somebody else saved meanwhile where the two do not touch: for a
   *   change of a line or two, which nobody needs to look at again.
   * @returns whether the text is the episode's script now; where it is not, the reason is on the screen.
   */
  const save = useCallback(
    async (text: string, { mergesAlone = false } = {}): Promise<boolean> => {
      const attempt = async (typed: string, mayMerge: boolean): Promise<boolean> => {
        try {
          const answer = await saveScript(episodeId, typed, current.current.version)
          if (!isApplied(answer)) {
            setReview(answer)
            return false
          }
          await finish(answer, typed)
          return true
        } catch (error) {
          if (!(error instanceof ApiError) || error.status !== 412) throw error
          const merged = await meetConflict(typed, mayMerge)
          return merged !== null && attempt(merged, false)
        }
      }
      setIsSaving(true)
      try {
        return await attempt(text, mergesAlone)
      } catch (error) {
        toast.error(wordsOf(error))
        return false
      } finally {
        setIsSaving(false)
      }
    },
    [episodeId, finish, meetConflict],
  )

  return { stored, isSaving, save, adopt, reload, finish, undo, review, setReview, conflict, setConflict }
}

/** The first thing that is wrong, with its line. */
function wordsOf(error: unknown): string {
  const problem = error instanceof ApiError ? error.problems[0] : undefined
  return problem?.line ? `Line ${problem.line}: ${problem.message}` : messageOf(error)
}
