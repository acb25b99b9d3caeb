import type { BoardPanel } from '@/contracts'
import { Badge, type Tone } from '../ui/Badge'

const STATUS: Record<BoardPanel['status'], { tone: Tone; label: string } | null> = {
  draft: null,
  review: { tone: 'review', label: 'In review' },
  approved: { tone: 'approved', label: 'Approved' },
  locked: { tone: 'locked', label: 'Locked' },
}

/** Where a panel stands: approval, staleness, and how many versions there are. */
export function PanelBadges({
  panel,
  versions,
  newer,
  isQuiet,
}: {
  panel: BoardPanel | null
  versions?: number
  /** The version that came since a person chose this one. */
  newer?: number
  /** On the strip nearly everything is in review: there a dot says it. */
  isQuiet?: boolean
}) {
  if (!panel) return null
  const status = STATUS[panel.status]
  if (isQuiet && panel.status === 'review' && !panel.isStale && (versions ?? 1) < 2) {
    return <span className="sr-dot" role="img" aria-label="In review" title="In review" />
  }
  return (
    <>
      {panel.isStale && (
        <Badge tone="warn" title={panel.staleReason ?? 'What this was made from has changed since.'}>
          Out of date
        </Badge>
      )}
      {status && <Badge tone={status.tone}>{status.label}</Badge>}
      {newer !== undefined && (
        <Badge
          tone="review"
          title={`Version ${newer} lies beside version ${panel.version}, which stays until somebody chooses another.`}
        >
          v{newer} beside
        </Badge>
      )}
      {versions !== undefined && versions > 1 && (
        <Badge title={`${versions} versions`}>v{panel.version}</Badge>
      )}
    </>
  )
}
