'use client'

/** The two ways to go on from a task that failed. */
export function RetryOrDiscard({
  title,
  isBusy,
  onDecide,
}: {
  /** Of the task. */
  title: string
  isBusy: boolean
  onDecide: (verb: 'retry' | 'discard') => void
}) {
  return (
    <>
      <button
        type="button"
        className="sr-button"
        disabled={isBusy}
        aria-label={`Retry ${title}`}
        onClick={() => onDecide('retry')}
      >
        Retry
      </button>{' '}
      <button
        type="button"
        className="sr-button"
        disabled={isBusy}
        title="Give it up: what waits for it goes on without it."
        aria-label={`Discard ${title}`}
        onClick={() => onDecide('discard')}
      >
        Discard
      </button>
    </>
  )
}
