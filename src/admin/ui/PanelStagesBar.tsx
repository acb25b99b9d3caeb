import type { PanelStages } from '@/contracts'
import './ui.css'
import './stages.css'

/**
 * How far panels are, in one bar: approved, in review, drawn and no more. A bar that is full says that everything is
 * drawn; one that is full of green, that everything was approved.
 */
export function PanelStagesBar({
  panels,
  label,
  isBare = false,
}: {
  panels: PanelStages
  label: string
  /** Leaves out the words below, which stand beside it already. */
  isBare?: boolean
}) {
  const { shots, drawn } = panels
  // One of several versions may be counted for a shot that is in the trash since.
  const approved = Math.min(panels.approved, drawn)
  const inReview = Math.min(panels.inReview, drawn - approved)
  const width = (count: number) => ({ width: `${shots === 0 ? 0 : Math.min(100, (count / shots) * 100)}%` })
  const words = [`${drawn} of ${shots} drawn`, `${inReview} in review`, `${approved} approved`]
  return (
    <div className="sr-stages">
      <div
        className="sr-progress sr-stages__bar"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={shots}
        aria-valuenow={drawn}
        aria-valuetext={words.join(', ')}
      >
        <div className="sr-stages__part sr-stages__part--approved" style={width(approved)} />
        <div className="sr-stages__part sr-stages__part--review" style={width(inReview)} />
        <div className="sr-stages__part sr-stages__part--drawn" style={width(drawn - approved - inReview)} />
      </div>
      {!isBare && (
        <ul className="sr-stages__words">
          {words.map((word, index) => (
            <li key={word} className={`sr-stages__word--${['drawn', 'review', 'approved'][index]}`}>
              {word}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
