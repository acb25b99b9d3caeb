import type { BoardPanel } from '@/contracts'
import { Badge, type Tone } from '../ui/Badge'

const STATUS: Record<BoardPanel['status'], { tone: Tone; label: string } | null> = {
  draft: null,
  review: { tone: 'review', label: 'In review' },
  approved: { tone: 'approved', label: 'Approved' },
  locked: { tone: 'locked', label: 'Locked' },
}

/** Where a panel stands: approval, staleness, and how many versions there are. */
export function PanelBadges({ panel, versions }: { panel: BoardPanel | null; versions?: number }) {
  if (!panel) return null
  const status = STATUS[panel.status]
  return (
    <>
      {panel.isStale && (
        <Badge tone="warn" title="What this was made from has changed since.">
          Out of date
        </Badge>
      )}
      {status && <Badge tone={status.tone}>{status.label}</Badge>}
      {versions !== undefined && versions > 1 && (
        <Badge title={`${versions} versions`}>v{panel.version}</Badge>
      )}
    </>
  )
}
