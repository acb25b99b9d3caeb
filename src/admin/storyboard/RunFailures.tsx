'use client'

import type { RunStatus } from '@/contracts'
import { plural } from '../lib/format'
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
                {failure.message}{' '}
                <span className="sr-failures__tries">
                  {failure.state === 'held'
                    ? 'It is unknown whether the provider took the job; retrying may pay for it twice.'
                    : `Tried ${failure.attempts === 1 ? 'once' : `${failure.attempts} times`}.`}
                </span>
              </p>
            </div>
            {canWrite && (
              <div className="sr-failures__actions">
                <button
                  type="button"
                  className="sr-button"
                  disabled={isBusy}
                  onClick={() => actions.retryTask(failure.taskId)}
                >
                  Retry
                </button>
                <button
                  type="button"
                  className="sr-button"
                  disabled={isBusy}
                  title="Give it up: what waits for it goes on without it."
                  onClick={() => actions.discardTask(failure.taskId)}
                >
                  Discard
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {failures.length > SHOWN && <p>And {failures.length - SHOWN} more, all in the queue.</p>}
    </section>
  )
}
