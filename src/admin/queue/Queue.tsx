'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { QueueBody } from '@/api/schemas'
import { TASK_STATES, type TaskState } from '@/contracts'
import { callApi, messageOf } from '../lib/api'
import { formatAgo, plural } from '../lib/format'
import { usePolling } from '../lib/usePolling'
import { FailedTasks } from './FailedTasks'
import { QueueFilters, type QueueOffer } from './QueueFilters'
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
  { label: 'Given up', states: ['discarded'], hint: 'Discarded by a person, or about what is gone.' },
]

const NOTHING: QueueBody = {
  counts: Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as QueueBody['counts'],
  workers: [],
  running: [],
  failed: [],
  recent: [],
  projects: [],
  episodes: [],
}

/** Only what is of a project and, where one is chosen, of an episode. */
const queuePath = (projectId: string | null, episodeId: string | null): string => {
  const query = new URLSearchParams()
  if (projectId) query.set('project', projectId)
  if (episodeId) query.set('episode', episodeId)
  return `/queue?${query}`
}

/** The queue, live: what runs, what failed, what ended last. */
export function Queue({ offer }: { offer: QueueOffer }) {
  const [chosenEpisode, setEpisode] = useState<string | null>(null)
  // Chosen in a project that is not the current one any more.
  const episodeId = offer.episodes.some(({ id }) => id === chosenEpisode) ? chosenEpisode : null
  const path = queuePath(offer.projects?.currentId ?? null, episodeId)
  const [answer, setAnswer] = useState<{ path: string; queue: QueueBody } | null>(null)
  // What was asked for before is not shown under another name.
  const loaded = answer?.path === path ? answer.queue : null
  const [now, setNow] = useState(0)
  const queue = loaded ?? NOTHING
  const [isBusy, setIsBusy] = useState(false)

  const refresh = async (signal?: AbortSignal) => {
    setAnswer({ path, queue: await callApi<QueueBody>(path, { signal }) })
    setNow(Date.now())
  }
  const isMoving = queue.running.length > 0 || (queue.counts.ready ?? 0) > 0
  const problem = usePolling(refresh, isMoving ? 1_000 : 5_000, { isImmediate: true, subject: path })

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
      <QueueFilters offer={offer} episodeId={episodeId} onEpisode={setEpisode} />
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
        <FailedTasks tasks={queue.failed} names={queue} now={now} isBusy={isBusy} onDecide={decide} />
      )}
      {loaded && (
        <RunningTasks
          tasks={queue.running}
          names={queue}
          isBusy={isBusy}
          onCancel={(id) => decide(id, 'cancel')}
        />
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
      {loaded && <RecentTasks tasks={queue.recent} names={queue} now={now} />}
    </div>
  )
}
