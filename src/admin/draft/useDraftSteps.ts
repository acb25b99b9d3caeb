'use client'

import { useState } from 'react'
import type { AppliedDraft, ApplyDraftBody, ScriptDraft, UndoneDraft } from '@/contracts'
import { ApiError, messageOf } from '../lib/api'
import { applyDraft, discardDraft, undoDraft } from './draftApi'

export type DraftStep =
  | { name: 'choosing' }
  | { name: 'applying' }
  | { name: 'applied'; applied: AppliedDraft }
  | { name: 'undoing'; applied: AppliedDraft }
  | { name: 'undone'; undone: UndoneDraft }

/** The way of one draft: chosen from, applied, perhaps undone. */
export function useDraftSteps(draft: ScriptDraft, onApplied: (applied: AppliedDraft) => void) {
  const [step, setStep] = useState<DraftStep>({ name: 'choosing' })
  const [problem, setProblem] = useState<string | null>(null)
  const [isOutdated, setIsOutdated] = useState(draft.isOutdated)
  const { id } = draft

  const apply = async (body: ApplyDraftBody) => {
    if (!id) return
    setProblem(null)
    setStep({ name: 'applying' })
    try {
      const applied = await applyDraft(id, body)
      setStep({ name: 'applied', applied })
      onApplied(applied)
    } catch (error) {
      setStep({ name: 'choosing' })
      if (error instanceof ApiError && error.status === 412) setIsOutdated(true)
      else setProblem(messageOf(error))
    }
  }
  const undo = async (applied: AppliedDraft, keepChanged = false) => {
    if (!id) return
    setProblem(null)
    setStep({ name: 'undoing', applied })
    try {
      setStep({ name: 'undone', undone: await undoDraft(id, { keepChanged }) })
    } catch (error) {
      setStep({ name: 'applied', applied })
      setProblem(messageOf(error))
    }
  }
  /** A difference that nobody wants is not kept. */
  const discard = () => {
    if (id && step.name === 'choosing') discardDraft(id).catch(() => undefined)
  }
  return { step, problem, isOutdated, apply, undo, discard }
}
