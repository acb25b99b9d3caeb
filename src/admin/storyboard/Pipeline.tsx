'use client'

import type { EpisodeBoard, PanelStages, RunStatus } from '@/contracts'
import { formatEta } from '../lib/format'
import { useClock } from '../lib/useClock'
import { PanelStagesBar } from '../ui/PanelStagesBar'
import { Progress } from '../ui/Progress'
import type { BoardBeginning } from './boardBeginning'
import { cancelledSummary } from './cancelledSummary'
import { missingDocuments } from './missingDocuments'
import { outOfDateSummary, type StepState, shotsToDecide, stepStates } from './stepStates'
import { ToDecide } from './ToDecide'
import type { BoardActions } from './useBoard'
import './pipeline.css'

const WORDS: Record<StepState['state'], string> = {
  todo: 'Not started',
  partial: 'Incomplete',
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  stale: 'Out of date',
  decide: 'Needs a decision',
  failed: 'Needs attention',
}

const TONES = {
  todo: 'idle',
  partial: 'idle',
  waiting: 'idle',
  running: 'active',
  done: 'done',
  stale: 'idle',
  decide: 'idle',
  failed: 'failed',
} as const

/** An update would find nothing to do. */
const isMade = ({ state }: StepState): boolean => state === 'done' || state === 'decide'

const verbOf = (step: StepState) => (isMade(step) ? 'Redo' : step.state === 'stale' ? 'Update' : 'Run')

/** That all is drawn says nothing about what was decided: both are seen. */
const stagesOf = ({ totals }: EpisodeBoard): PanelStages => ({
  shots: totals.shots,
  drawn: totals.panels,
  inReview: totals.panelsInReview,
  approved: totals.panelsApproved,
})

/** One line on what the run is doing, for eyes and screen readers. */
function runSummary(
  outdated: string,
  run: RunStatus | null,
  lostContact: string | null,
  when: string,
): string {
  if (lostContact) return lostContact
  if (run?.state === 'cancelled')
    return `${cancelledSummary(run, when)} ${outdated || 'Run all goes on where it stopped.'}`
  const isOver = run?.state !== 'running' && run?.state !== 'failed'
  if (isOver && outdated) return outdated
  if (!run) return 'Nothing was generated yet. Run all makes shots, panels, voices and an animatic.'
  switch (run.state) {
    case 'running': {
      if (run.isCancelling) return ['Cancelling…', run.running[0]?.title].filter(Boolean).join(' · ')
      const now = run.running[0]
      return [`${run.percentage}%`, now?.title, now?.stage, formatEta(run.etaSeconds)]
        .filter(Boolean)
        .join(' · ')
    }
    case 'done':
      return 'The last run is done.'
    case 'failed':
      return 'The last run stopped: some of its work failed.'
  }
}

interface PipelineProps {
  board: EpisodeBoard
  run: RunStatus | null
  isBusy: boolean
  canGenerate: boolean
  lostContact: string | null
  actions: BoardActions
  /** What was counted of the whole board, while `board` is only its beginning. */
  ofWhole: Pick<BoardBeginning, 'steps' | 'stale'> | null
}

/** The five steps with their state, and what can be started, stopped and retried. */
export function Pipeline(props: PipelineProps) {
  const { board, run, isBusy, canGenerate, lostContact, actions, ofWhole } = props
  // What is being stopped is not going on any more: the steps show what there is.
  const steps = ofWhole?.steps ?? stepStates(board, run?.isCancelling ? null : run)
  const stale = ofWhole?.stale ?? outOfDateSummary(board)
  const when = useClock(run?.cancelled?.at)
  const isRunning = run?.state === 'running'
  const isAllThere = steps.every((step) => isMade(step) || step.state === 'stale')
  const isLocked = isBusy || isRunning
  const missing = missingDocuments(board, run, canGenerate)
  return (
    <section className="sr-pipeline" aria-label="Pipeline">
      <div className="sr-pipeline__top">
        <div className="sr-pipeline__summary">
          {isRunning && <span className="sr-pipeline__pulse" aria-hidden="true" />}
          <span role="status" data-run-state={run?.state ?? 'none'}>
            {runSummary(stale, run, lostContact, when)}
          </span>
          {!isRunning && !lostContact && !ofWhole && <ToDecide shotIds={shotsToDecide(board)} />}
        </div>
        {canGenerate && (
          <div className="sr-pipeline__actions">
            {run?.state === 'failed' && (
              <button type="button" className="sr-button" disabled={isBusy} onClick={actions.retryFailed}>
                Retry failed
              </button>
            )}
            {isRunning ? (
              <button
                type="button"
                className="sr-button"
                disabled={isBusy || run.isCancelling}
                onClick={actions.cancel}
              >
                {run.isCancelling ? 'Cancelling…' : 'Cancel'}
              </button>
            ) : (
              <button
                type="button"
                className="sr-button sr-button--primary"
                disabled={isBusy}
                title="Makes what is missing or out of date. What people changed or locked is left alone."
                onClick={() => actions.start({})}
              >
                {isAllThere || stale ? 'Update all' : 'Run all'}
              </button>
            )}
          </div>
        )}
        {!board.project.aiEnabled && (
          <span className="sr-pipeline__off">Generation is switched off for this project.</span>
        )}
      </div>
      {isRunning && (
        <Progress value={run.percentage} label="Run" tone={run.isCancelling ? 'idle' : 'active'} />
      )}
      <ol className="sr-pipeline__steps">
        {steps.map((step, index) => (
          <li key={step.type} className={`sr-step sr-step--${step.state}`}>
            <div className="sr-step__head">
              <span className="sr-step__number" aria-hidden="true">
                {step.state === 'done' ? '✓' : index + 1}
              </span>
              <span className="sr-step__label">{step.label}</span>
            </div>
            {step.type === 'draw-panel' && (isMade(step) || step.state === 'stale') ? (
              <PanelStagesBar panels={stagesOf(board)} label={step.label} isBare />
            ) : (
              <Progress value={step.percentage} label={step.label} tone={TONES[step.state]} />
            )}
            <div className="sr-step__foot">
              <span>
                {WORDS[step.state]}
                <span className="sr-step__count" title={step.reason || undefined}>
                  {step.count}
                </span>
                {step.type === 'draw-panel' && board.totals.panels > 0 && (
                  <span className="sr-step__count">{board.totals.panelsApproved} approved</span>
                )}
              </span>
              {canGenerate && (
                <button
                  type="button"
                  className="sr-link-button"
                  disabled={isLocked}
                  title={
                    isMade(step)
                      ? 'Makes everything of this step anew, as new versions.'
                      : 'Makes what is missing or out of date.'
                  }
                  aria-label={`${verbOf(step)}: ${step.label}`}
                  onClick={() =>
                    actions.start({ steps: [step.type], mode: isMade(step) ? 'all' : 'missing' })
                  }
                >
                  {verbOf(step)}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {missing && (
        <p className="sr-pipeline__missing" role="note">
          {missing}
        </p>
      )}
    </section>
  )
}
