import { Badge } from '../ui/Badge'
import type { PanelMark } from './panelMarks'

/** Words on where a picture stands. */
export function PanelBadges({ marks }: { marks: PanelMark[] }) {
  return marks.map(({ label, tone, title }) => (
    <Badge key={label} tone={tone} title={title}>
      {label}
    </Badge>
  ))
}
