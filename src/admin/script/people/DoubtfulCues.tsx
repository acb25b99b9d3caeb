'use client'

import type { DoubtfulCue } from '@/screenplay'
import { canBePerson } from './cueMarks'
import './doubtful-cues.css'

const REASONS: Record<DoubtfulCue['reason'], string> = {
  marker: 'reads like a direction',
  shout: 'reads like a sound',
  sentence: 'reads like a sentence',
  number: 'is a number',
  'too-long': 'is longer than any name',
}

const NAMED = 3

/** `line 3`, `lines 3, 8 and 5 more`. */
function placesOf({ lines }: DoubtfulCue): string {
  if (lines.length === 1) return `line ${lines[0]}`
  const rest = lines.length - NAMED
  return `lines ${lines.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Capital lines that stand where a name stands and were not taken for people: only a reader knows better. */
export function DoubtfulCues({
  cues,
  isBusy,
  onShow,
  onPerson,
}: {
  cues: DoubtfulCue[]
  isBusy: boolean
  /** Brings the line into view. */
  onShow: (line: number) => void
  onPerson: (cue: DoubtfulCue) => void
}) {
  const offered = cues.filter(canBePerson)
  if (offered.length === 0) return null
  const named = offered.slice(0, NAMED).map(({ name }) => name)
  const rest = offered.length - named.length
  return (
    <details className="sr-doubts">
      <summary>
        Not taken as {offered.length === 1 ? 'a person' : 'people'}: <strong>{named.join(', ')}</strong>
        {rest > 0 && ` and ${rest} more`}
      </summary>
      <ul>
        {offered.map((cue) => (
          <li key={`${cue.name}${cue.lines[0]}`}>
            <span>
              <strong>{cue.name}</strong>{' '}
              <span className="sr-muted">
                {REASONS[cue.reason]},{' '}
                <button type="button" className="sr-link-button" onClick={() => onShow(cue.lines[0] ?? 1)}>
                  {placesOf(cue)}
                </button>
              </span>
            </span>
            <button
              type="button"
              className="sr-button"
              disabled={isBusy}
              aria-label={`${cue.name} is a person`}
              onClick={() => onPerson(cue)}
            >
              This is a person
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
