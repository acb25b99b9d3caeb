'use client'

import type { BoardLine } from '@/contracts'
import { together } from '@/lib/together'
import { Badge } from '../ui/Badge'
import { PlayButton } from './PlayButton'

/** Why a voice is old, and where nothing generated will take its place, what does. */
const oldVoice = ({ audioStaleReason, audioIsChosen }: BoardLine): string =>
  [
    audioStaleReason ?? 'The line has changed since it was spoken.',
    audioIsChosen &&
      'Somebody recorded or chose it: record it anew, or take it away to have the line spoken.',
  ]
    .filter(Boolean)
    .join(' ')

/** What somebody says, with its voice where it has one. */
export function DialogueLine({ line }: { line: BoardLine }) {
  const speaker = together(line.speakers) || line.cue
  return (
    <div className="sr-line">
      {line.audio && <PlayButton src={line.audio.url} label={`${speaker}: ${line.text.slice(0, 60)}`} />}
      <p>
        <span className="sr-line__speaker">{speaker}</span>
        {line.parenthetical && <span className="sr-line__how"> ({line.parenthetical})</span>}
        {line.isDual && <span className="sr-line__how"> (at the same time)</span>} <span>{line.text}</span>{' '}
        {line.audio && line.audioIsStale && (
          <Badge tone="warn" title={oldVoice(line)}>
            Old voice
          </Badge>
        )}
      </p>
    </div>
  )
}
