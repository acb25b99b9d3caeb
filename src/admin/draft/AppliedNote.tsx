'use client'

import type { AppliedDraft, UndoneDraft } from '@/contracts'
import { plural } from '../lib/format'
import { momentOf } from '../script/versions/origin'
import type { DraftStep } from './useDraftSteps'

/** `Undone by Ada, 26 Nov, 02:41`, as far as it is known. */
const undoneBy = ({ draft: { undone } }: UndoneDraft): string =>
  undone ? `Undone${undone.by ? ` by ${undone.by.name}` : ''}, ${momentOf(undone.at)}` : 'Undone'

/** What came of it, with the way back beside it. */
export function AppliedNote({
  step,
  problem,
  isShort,
  onUndo,
  onClose,
}: {
  step: DraftStep
  /** Why it could not be undone. */
  problem: string | null
  /** The caller says what happened: nothing to show. */
  isShort: boolean
  onUndo: (applied: AppliedDraft, keepChanged: boolean) => void
  onClose: () => void
}) {
  if (step.name === 'undone') {
    const notes = step.undone.warnings.map(({ message }) => message)
    return (
      <div className="sr-draft__footer">
        <p role="status">
          {[`${undoneBy(step.undone)}: the script is as it was before.`, ...notes].join(' ')}
        </p>
        <div className="sr-draft__buttons">
          <button type="button" className="sr-button sr-button--primary" onClick={onClose}>
            Done
          </button>
        </div>
      </div>
    )
  }
  if (isShort || (step.name !== 'applied' && step.name !== 'undoing')) return null
  const { draft, result } = step.applied
  const version = draft.applied?.scriptVersion
  const isUndoing = step.name === 'undoing'
  return (
    <div className="sr-draft__footer" aria-busy={isUndoing}>
      <p role="status" data-problem={problem ? true : undefined}>
        {problem ??
          `Applied${version ? ` as version ${version}` : ''}: the episode has ${plural(result.scenes, 'scene')} now.`}
      </p>
      <div className="sr-draft__buttons">
        <button
          type="button"
          className="sr-button"
          disabled={isUndoing}
          onClick={() => onUndo(step.applied, problem !== null)}
        >
          {isUndoing ? 'Undoing…' : problem ? 'Undo all but that' : 'Undo this draft'}
        </button>
        <button type="button" className="sr-button sr-button--primary" disabled={isUndoing} onClick={onClose}>
          Done
        </button>
      </div>
      {isUndoing && <div className="sr-draft__busy" />}
    </div>
  )
}
