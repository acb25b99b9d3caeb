'use client'

import { plural } from '../lib/format'

interface Props {
  count: number
  total: number
  isAll: boolean
  isApplying: boolean
  isOutdated: boolean
  /** What the accepted changes cost, in words; empty where nothing. */
  cost: string
  problem: string | null
  onToggleAll: () => void
  onRepeat?: () => void
  onApply: () => void
  onClose: () => void
}

/** What is about to happen, and the button that does it. */
export function DraftFooter(props: Props) {
  const { count, total, isAll, isApplying, isOutdated, cost, problem } = props
  const words = count === total ? plural(total, 'change') : `${count} of ${plural(total, 'change')}`
  const consequence =
    total === 0
      ? 'Nothing in the script has changed.'
      : cost
        ? `Accepting ${count === 1 ? 'this' : 'these'} means: ${cost}.`
        : count > 0
          ? 'No work that was done is touched.'
          : ''
  return (
    <div className="sr-draft__footer" aria-busy={isApplying}>
      <p
        role={isOutdated || problem ? 'alert' : undefined}
        data-problem={Boolean(isOutdated || problem) || undefined}
      >
        {isOutdated
          ? 'The episode has changed since this difference was made. Compare again to see what it means now.'
          : (problem ?? consequence)}
      </p>
      <div className="sr-draft__buttons">
        {total > 1 && (
          <button type="button" className="sr-button" disabled={isApplying} onClick={props.onToggleAll}>
            {isAll ? 'Accept none' : 'Accept all'}
          </button>
        )}
        <button type="button" className="sr-button" disabled={isApplying} onClick={props.onClose}>
          {total === 0 ? 'Close' : 'Cancel'}
        </button>
        {isOutdated && props.onRepeat ? (
          <button type="button" className="sr-button sr-button--primary" onClick={props.onRepeat}>
            Compare again
          </button>
        ) : total === 0 ? null : (
          <button
            type="button"
            className="sr-button sr-button--primary"
            disabled={isApplying || isOutdated || count === 0}
            onClick={props.onApply}
          >
            {isApplying ? 'Applying…' : `Apply ${words}`}
          </button>
        )}
      </div>
      {isApplying && <div className="sr-draft__busy" />}
    </div>
  )
}
