'use client'

import { Link } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { RunStatus } from '@/contracts'
import { callApi } from '../lib/api'
import { formatEta } from '../lib/format'
import { useAdminPath } from '../lib/useAdminPath'
import { usePolling } from '../lib/usePolling'
import { Progress } from '../ui/Progress'

export interface RunningRun {
  run: RunStatus
  episode: { id: string; title: string } | null
  projectTitle: string
}

/** The runs that were going on when the page was opened, live until they end. */
export function RunningWork({ initial }: { initial: RunningRun[] }) {
  const [runs, setRuns] = useState(initial)
  const router = useRouter()
  const adminPath = useAdminPath()
  const going = runs.filter(({ run }) => run.state === 'running')

  const problem = usePolling(
    async (signal) => {
      const next = await Promise.all(
        going.map(({ run }) => callApi<RunStatus>(`/runs/${run.runId}`, { signal })),
      )
      const byId = new Map(next.map((run) => [run.runId, run]))
      setRuns((before) => before.map((each) => ({ ...each, run: byId.get(each.run.runId) ?? each.run })))
      // What ended has changed the cards below.
      if (next.some(({ state }) => state !== 'running')) router.refresh()
    },
    going.length > 0 ? 2_000 : null,
  )

  if (runs.length === 0) return null
  return (
    <section className="sr-running" aria-label="Running work">
      {runs.map(({ run, episode, projectTitle }) => (
        <div key={run.runId} className="sr-running__row">
          <div className="sr-running__what">
            {episode ? (
              <Link href={adminPath(`/collections/episodes/${episode.id}/storyboard`)}>{episode.title}</Link>
            ) : (
              <span>A run</span>
            )}
            <span className="sr-muted">{projectTitle}</span>
          </div>
          <Progress
            value={run.percentage}
            label={`Run of ${episode?.title ?? 'an episode'}`}
            tone={run.isCancelling ? 'idle' : TONES[run.state]}
          />
          <span className="sr-running__state">
            {run.state === 'running' && problem ? problem : stateOf(run)}
          </span>
        </div>
      ))}
    </section>
  )
}

/** What a person cancelled has not failed. */
const TONES = { running: 'active', done: 'done', failed: 'failed', cancelled: 'idle' } as const

function stateOf(run: RunStatus): string {
  if (run.isCancelling) return 'Cancelling…'
  if (run.state === 'done') return 'Done'
  if (run.state === 'failed') return 'Needs attention'
  if (run.state === 'cancelled') return 'Cancelled'
  const stage = run.stages.find(({ percentage }) => percentage < 100)
  return [`${run.percentage}%`, stage?.label, formatEta(run.etaSeconds)].filter(Boolean).join(' · ')
}
