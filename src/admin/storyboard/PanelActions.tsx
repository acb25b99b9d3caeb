'use client'

import type { BoardPanel } from '@/contracts'
import { PanelBadges } from './PanelBadges'
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

const EXPLAINED: Record<BoardPanel['status'], string> = {
  draft: 'A draft. Approve it, or send it to review.',
  review: 'Waiting for a decision.',
  approved: 'Approved. Lock it so that nothing can change it.',
  locked: 'Locked: it cannot change until it is unlocked.',
}

/** Review and approval of one version, and asking for another. */
export function PanelActions({
  panel,
  locked,
  isBusy,
  isRunning,
  canWrite,
  canGenerate,
  actions,
}: {
  panel: BoardPanel
  /** The version of this shot that is locked, if one is: a locked shot is not drawn again. */
  locked: BoardPanel | null
  isBusy: boolean
  isRunning: boolean
  canWrite: boolean
  canGenerate: boolean
  actions: BoardActions
}) {
  return (
    <section className="sr-detail__approval" aria-label={`Approval of version ${panel.version}`}>
      <p role="status">
        <strong>Version {panel.version}</strong> <PanelBadges panel={panel} />
        <br />
        <span className="sr-muted">{EXPLAINED[panel.status]}</span>
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
          {canGenerate && (
            <button
              type="button"
              className="sr-button"
              disabled={isBusy || isRunning || locked !== null}
              title={
                locked
                  ? `Version ${locked.version} is locked: unlock it before drawing another.`
                  : 'Draws another version; the versions there are stay.'
              }
              onClick={() => actions.regenerate(panel.id)}
            >
              {isRunning ? 'Drawing…' : 'Regenerate'}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
