import './ui.css'

/** A bar with its percentage for screen readers. `tone` says how it ended or goes. */
export function Progress({
  value,
  label,
  tone = 'active',
}: {
  /** 0 to 100. */
  value: number
  label: string
  tone?: 'active' | 'done' | 'failed' | 'idle'
}) {
  const percentage = Math.min(100, Math.max(0, value))
  return (
    <div
      className={`sr-progress sr-progress--${tone}`}
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percentage)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className="sr-progress__fill" style={{ width: `${percentage}%` }} />
    </div>
  )
}
