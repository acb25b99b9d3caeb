'use client'

import type { BoardPanel, BoardShot } from '@/contracts'
import { PanelBadges } from './PanelBadges'
import { panelMarks } from './panelMarks'
import type { BoardActions } from './useBoard'

interface Move {
  label: string
  to: BoardPanel['status']
  isPrimary?: boolean
}

/** Where a panel may go from where it stands; the first is what usually comes next. */
const MOVES: Record<BoardPanel['status'], Move[]> = {
  draft: [
    { label: 'Approve', to: 'approved', isPrimary: true },
    { label: 'Send to review', to: 'review' },
  ],
  review: [
    { label: 'Approve', to: 'approved', isPrimary: true },
    { label: 'Back to draft', to: 'draft' },
  ],
  approved: [
    { label: 'Lock', to: 'locked', isPrimary: true },
    { label: 'Withdraw approval', to: 'draft' },
  ],
  locked: [{ label: 'Unlock', to: 'approved' }],
}

/** Where it stands, and what whoever may decide can do about it: others are not told to. */
const EXPLAINED: Record<BoardPanel['status'], { state: string; todo: string }> = {
  draft: { state: 'A draft.', todo: 'Approve it, or send it to review.' },
  review: { state: 'Waiting for a decision.', todo: '' },
  approved: { state: 'Approved.', todo: 'Lock it so that nothing can change it.' },
  locked: { state: 'Locked: nothing can change it.', todo: 'Unlock it to decide anew.' },
}

function explain(panel: BoardPanel, shot: BoardShot, canWrite: boolean): string {
  const { state, todo } = EXPLAINED[panel.status]
  return [state, canWrite && todo, usageOf(panel, shot)].filter(Boolean).join(' ')
}

/** Whether this version is the one in use, and if not, which is. */
function usageOf(panel: BoardPanel, { panel: current, panels }: BoardShot): string {
  if (panels.length < 2 || !current) return ''
  return current.id === panel.id
    ? 'It is the version in use.'
    : `In use, here and in exports: version ${current.version}.`
}

/** Review and approval of one version, putting it to use, and asking for another. */
export function PanelActions({
  panel,
  shot,
  isBusy,
  isRunning,
  isDrawing,
  canWrite,
  canGenerate,
  actions,
}: {
  panel: BoardPanel
  shot: BoardShot
  isBusy: boolean
  isRunning: boolean
  /** A panel of this shot is being drawn, or waits to be. */
  isDrawing: boolean
  canWrite: boolean
  canGenerate: boolean
  actions: BoardActions
}) {
  const locked = shot.panels.find(({ status }) => status === 'locked')
  return (
    <section className="sr-detail__approval" aria-label={`Approval of version ${panel.version}`}>
      <p role="status">
        <strong>Version {panel.version}</strong> <PanelBadges marks={panelMarks(panel)} />
        <br />
        <span className="sr-muted">{explain(panel, shot, canWrite)}</span>
      </p>
      {canWrite && (
        <div className="sr-detail__buttons">
          {MOVES[panel.status].map((move) => (
            <button
              key={move.to}
              type="button"
              className={`sr-button${move.isPrimary ? ' sr-button--primary' : ''}`}
              disabled={isBusy}
              onClick={() => actions.setPanelStatus(panel.id, move.to)}
            >
              {move.label}
            </button>
          ))}
          {shot.panel?.id !== panel.id && (
            <button
              type="button"
              className="sr-button"
              disabled={isBusy || locked !== undefined}
              title={
                locked
                  ? `Version ${locked.version} is locked. Unlock it first.`
                  : 'Shows this version on the board and in exports until somebody chooses another.'
              }
              onClick={() => actions.choosePanel(panel.id)}
            >
              Use this version
            </button>
          )}
          {canGenerate && (
            <button
              type="button"
              className="sr-button"
              disabled={isBusy || isRunning || locked !== undefined}
              title={
                locked
                  ? `Version ${locked.version} is locked: unlock it before drawing another.`
                  : isRunning && !isDrawing
                    ? 'A run is going on: once it is done, another version can be drawn.'
                    : 'Draws another version; the versions there are stay.'
              }
              onClick={() => actions.regenerate(panel.id)}
            >
              {isDrawing ? 'Drawing…' : 'Regenerate'}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
