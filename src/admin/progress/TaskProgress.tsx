'use client'

import { useFormFields } from '@payloadcms/ui'
import { formatEta } from '../lib/format'
import { Progress } from '../ui/Progress'
import './progress.css'

/** How far a task is. */
export function TaskProgress() {
  const percentage = Number(useFormFields(([fields]) => fields?.['progress.percentage']?.value) ?? 0)
  const stage = useFormFields(([fields]) => fields?.['progress.stage']?.value)
  const seconds = useFormFields(([fields]) => fields?.['progress.etaSeconds']?.value)
  const state = useFormFields(([fields]) => fields?.state?.value)
  const isRunning = state === 'running'
  const words = [
    `${percentage}%`,
    isRunning && typeof stage === 'string' && stage,
    isRunning && typeof seconds === 'number' && formatEta(seconds),
  ]
  return (
    <section className="field-type sr-made" aria-label="Progress">
      <h3>Progress</h3>
      <Progress
        value={percentage}
        label="Progress"
        tone={isRunning ? 'active' : state === 'dead' ? 'failed' : 'done'}
      />
      <p>{words.filter(Boolean).join(' · ')}</p>
    </section>
  )
}
