'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { QueueBody } from '@/api/schemas'
import { TASK_STATES, type TaskState } from '@/contracts'
import { callApi, messageOf } from '../lib/api'
import { formatAgo, plural } from '../lib/format'
import { usePolling } from '../lib/usePolling'
import { FailedTasks } from './FailedTasks'
import { RecentTasks } from './RecentTasks'
import { RunningTasks } from './RunningTasks'
import './queue.css'

/** The states people think in, and which of the queue's own each covers. */
const TILES: Array<{ label: string; states: TaskState[]; hint: string }> = [
  { label: 'Running', states: ['running'], hint: 'A worker has them now.' },
  { label: 'Ready', states: ['ready'], hint: 'A worker will take them next.' },
  {
    label: 'Waiting',
    states: ['waiting', 'scheduled', 'awaiting-children'],
    hint: 'For something before them, for their own parts, or for their time.',
  },
  { label: 'Failed', states: ['dead', 'held'], hint: 'They rest until a person retries or discards them.' },
  { label: 'Completed', states: ['completed'], hint: 'Kept for 90 days.' },
  { label: 'Cancelled', states: ['cancelled'], hint: 'Stopped by a person; nothing in them failed.' },
  { label: 'Given up', states: ['discarded'], hint: 'Failed, and discarded by a person.' },
]

const NOTHING: QueueBody = {
  counts: Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as QueueBody['counts'],
  workers: [],
  running: [],
  failed: [],
  recent: [],
}

/** The queue, live: what runs, what failed, what ended last. */
export function Queue() {
  const [loaded, setQueue] = useState<QueueBody | null>(null)
  const [now, setNow] = useState(0)
  const queue = loaded ?? NOTHING
  const [isBusy, setIsBusy] = useState(false)

  const refresh = async (signal?: AbortSignal) => {
    setQueue(await callApi<QueueBody>('/queue', { signal }))
    setNow(Date.now())
  }
  const isMoving = queue.running.length > 0 || (queue.counts.ready ?? 0) > 0
  const problem = usePolling(refresh, isMoving ? 1_000 : 5_000, { isImmediate: true })

  const decide = async (taskId: string, verb: 'retry' | 'discard' | 'cancel') => {
    setIsBusy(true)
    try {
      await callApi(`/tasks/${taskId}/${verb}`, { body: {} })
      await refresh()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className="sr-queue">
      <header className="sr-queue__header">
        <h1>Queue</h1>
        <p role="status" className={problem ? 'sr-queue__problem' : 'sr-muted'}>
          {problem ??
            (loaded === null
              ? 'Loading…'
              : queue.workers.length > 0
                ? `${plural(queue.workers.length, 'worker')} at work`
                : 'No worker is busy.')}
        </p>
      </header>
      <ul className="sr-queue__tiles">
        {TILES.map(({ label, states, hint }) => {
          const count = states.reduce((sum, state) => sum + (queue.counts[state] ?? 0), 0)
          return (
            <li
              key={label}
              title={hint}
              className={label === 'Failed' && count > 0 ? 'sr-queue__tile--bad' : undefined}
            >
              <strong>{count.toLocaleString('en')}</strong>
              <span>{label}</span>
            </li>
          )
        })}
      </ul>
      {queue.failed.length > 0 && (
        <FailedTasks tasks={queue.failed} now={now} isBusy={isBusy} onDecide={decide} />
      )}
      {loaded && (
        <RunningTasks tasks={queue.running} isBusy={isBusy} onCancel={(id) => decide(id, 'cancel')} />
      )}
      {queue.workers.length > 0 && (
        <section aria-labelledby="sr-queue-workers">
          <h2 id="sr-queue-workers">Workers</h2>
          <ul className="sr-queue__workers">
            {queue.workers.map(({ name, tasks, heartbeatAt }) => (
              <li key={name}>
                <code>{name}</code> {plural(tasks, 'task')}
                {heartbeatAt && <span className="sr-muted"> · heard {formatAgo(heartbeatAt, now)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {loaded && <RecentTasks tasks={queue.recent} now={now} />}
    </div>
  )
}
