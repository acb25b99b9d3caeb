'use client'

import { useEffect, useState } from 'react'
import { PIPELINE_STEPS, type RedoPlan } from '@/contracts'
import { callApi, messageOf } from '../lib/api'
import { Dialog } from '../ui/Dialog'
import type { RunRequest } from './useBoard'
import './redo.css'

/** What it is about, as far as it is known yet. */
const titleOf = ({ steps }: RunRequest, plan: RedoPlan | null): string => {
  if (steps?.length === 1 && steps[0]) return `Redo “${PIPELINE_STEPS[steps[0]]}”?`
  return plan?.scenes.length === 1 ? `Redo scene ${plan.scenes[0]}?` : 'Redo?'
}

function Points({ title, points }: { title: string; points: string[] }) {
  if (points.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

/** Says what would be made anew, what stays and what it takes, before any of it is. */
export function RedoDialog({
  episodeId,
  request,
  isBusy,
  onConfirm,
  onClose,
}: {
  episodeId: string
  request: RunRequest
  isBusy: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  const [plan, setPlan] = useState<RedoPlan | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { mode: _, ...body } = request
    callApi<RedoPlan>(`/episodes/${episodeId}/runs/redo-plan`, { body, signal: controller.signal }).then(
      setPlan,
      (error) => controller.signal.aborted || setProblem(messageOf(error)),
    )
    return () => controller.abort()
  }, [episodeId, request])
  const tasks =
    plan && `${plan.isEstimate ? 'About ' : ''}${plan.tasks} ${plan.tasks === 1 ? 'task' : 'tasks'}`
  return (
    <Dialog
      title={titleOf(request, plan)}
      onClose={onClose}
      footer={
        <div className="sr-redo__buttons">
          <button type="button" className="sr-button" onClick={onClose}>
            Leave as it is
          </button>
          <button
            type="button"
            className="sr-button sr-button--primary"
            disabled={!plan || isBusy}
            onClick={onConfirm}
          >
            Redo
          </button>
        </div>
      }
    >
      <div className="sr-redo" aria-busy={!plan && !problem}>
        {problem && <p role="alert">{problem}</p>}
        {!plan && !problem && <p className="sr-muted">Looking at what is there…</p>}
        {plan && (
          <>
            <Points title="Made anew" points={plan.makes} />
            <Points title="Kept" points={plan.keeps} />
            <Points title="Goes" points={plan.removes} />
            <p className="sr-muted">{tasks} for the queue. It can be cancelled at any time.</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
