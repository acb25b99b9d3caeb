import type { PanelStages } from '@/contracts'
import { PanelStagesBar } from '../ui/PanelStagesBar'
import { Progress } from '../ui/Progress'
import './progress.css'

/** What was made of a script so far, as bars with their words. */
export function MadeSoFar({
  heading,
  facts,
  panels,
  lines,
}: {
  heading?: string
  facts: string[]
  panels: PanelStages
  /** Dialogue lines, and how many of them are spoken; null where nobody counts them. */
  lines: { all: number; voiced: number } | null
}) {
  return (
    <section className="field-type sr-made" aria-label={heading ?? 'Progress'}>
      {heading && <h3>{heading}</h3>}
      <p className="sr-made__facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <div className="sr-made__bar">
        <h4>Panels</h4>
        <PanelStagesBar panels={panels} label="Panels" />
      </div>
      {lines && (
        <div className="sr-made__bar">
          <h4>Dialogue</h4>
          <Progress
            value={lines.all === 0 ? 0 : (lines.voiced / lines.all) * 100}
            label="Lines voiced"
            tone={lines.voiced === lines.all ? 'done' : 'active'}
          />
          <p>
            {lines.voiced} of {lines.all} lines voiced
          </p>
        </div>
      )}
    </section>
  )
}
