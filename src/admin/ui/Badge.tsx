import type { ReactNode } from 'react'
import './ui.css'

export type Tone = 'neutral' | 'review' | 'approved' | 'locked' | 'warn' | 'danger'

/** A word about state: colour never stands alone. */
export function Badge({
  tone = 'neutral',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children: ReactNode
}) {
  return (
    <span className={`sr-badge sr-badge--${tone}`} title={title}>
      {children}
    </span>
  )
}
