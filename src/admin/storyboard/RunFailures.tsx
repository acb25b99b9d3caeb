'use client'

import type { RunStatus } from '@/contracts'
import { formatTries, plural } from '../lib/format'
import { RetryOrDiscard } from '../ui/RetryOrDiscard'
import type { BoardActions } from './useBoard'

const SHOWN = 5

/** What failed, in plain words, with what a person can do about each. */
export function RunFailures({
  failures,
  canWrite,
  isBusy,
  actions,
}: {
  failures: RunStatus['failures']
  canWrite: boolean
  isBusy: boolean
  actions: BoardActions
}) {
  return (
    <section className="sr-failures" aria-label="What failed">
      <h2>{plural(failures.length, 'task')} could not be finished</h2>
      <ul>
        {failures.slice(0, SHOWN).map((failure) => (
          <li key={failure.taskId}>
            <div>
              <strong>{failure.title}</strong>
              <p>
                {failure.message} <span className="sr-failures__tries">{formatTries(failure)}</span>
              </p>
            </div>
            {canWrite && (
              <div className="sr-failures__actions">
                <RetryOrDiscard
                  title={failure.title}
                  isBusy={isBusy}
                  onDecide={(verb) => actions.settleTask(failure.taskId, verb)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {failures.length > SHOWN && <p>And {failures.length - SHOWN} more, all in the queue.</p>}
    </section>
  )
}
