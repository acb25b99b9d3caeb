import type { DraftWarning } from '@/contracts'
import '../people/doubtful-cues.css'

/** Everything that an import and the text itself have to say, each with the way to its line. */
export function Remarks({
  remarks,
  isOpen,
  onShow,
}: {
  remarks: DraftWarning[]
  /** From the start, as after an import. */
  isOpen: boolean
  /** Brings the line into view. */
  onShow: (line: number) => void
}) {
  if (remarks.length === 0) return null
  return (
    <details className="sr-doubts" open={isOpen}>
      <summary>
        <strong>Remarks ({remarks.length})</strong>
      </summary>
      <ul>
        {remarks.map(({ line, message }) => (
          <li key={`${line}${message}`}>
            <span>{message}</span>
            {line !== null && (
              <button
                type="button"
                className="sr-link-button"
                aria-label={`Show line ${line}`}
                onClick={() => onShow(line)}
              >
                line {line}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
