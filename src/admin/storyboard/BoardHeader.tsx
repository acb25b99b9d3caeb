'use client'

import { useState } from 'react'
import type { BoardOutput, EpisodeBoard } from '@/contracts'
import { plural } from '../lib/format'
import { lengthInWords } from '../lib/lengthInWords'
import { Badge } from '../ui/Badge'

/** A document to download, marked where it would be made otherwise now. */
function OutputLink({ output, label }: { output: BoardOutput | null; label: string }) {
  if (!output) return null
  const { isOutOfDate, reasons } = output
  return (
    <a className="sr-button" href={output.url} title={reasons.join('; ') || undefined} download>
      {label}
      {isOutOfDate && <Badge tone="warn">Out of date</Badge>}
    </a>
  )
}

/** What the length of a board is the length of. */
function lengthTitle({ totals }: EpisodeBoard): string {
  if (totals.duration === 0) return 'From the length of the script: there are no shots yet'
  const script = lengthInWords({ shots: 0, script: totals.scriptDuration })
  return `How long all shots are together${script && `. The script: ${script}`}`
}

/** What the episode amounts to, and what was made of it: documents to download, the animatic to watch. */
export function BoardHeader({ board, onImport }: { board: EpisodeBoard; onImport: (() => void) | null }) {
  const [isWatching, setIsWatching] = useState(false)
  const { totals, outputs } = board
  const length = lengthInWords({ shots: totals.duration, script: totals.scriptDuration })
  const facts = [
    plural(totals.scenes, 'scene'),
    plural(totals.shots, 'shot'),
    `${totals.panels} of ${plural(totals.shots, 'panel')}`,
    `${totals.panelsInReview} in review`,
    `${totals.panelsApproved} approved`,
    `${totals.linesVoiced} of ${plural(totals.lines, 'line')} voiced`,
  ]
  return (
    <section className="sr-board-header" aria-label="Episode at a glance">
      <div className="sr-board-header__row">
        <p className="sr-board-header__facts">
          {length && <strong title={lengthTitle(board)}>{length}</strong>}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <div className="sr-board-header__outputs">
          {outputs.animatic && (
            <button
              type="button"
              className="sr-button"
              aria-expanded={isWatching}
              onClick={() => setIsWatching((value) => !value)}
            >
              {isWatching ? 'Close animatic' : 'Watch animatic'}
            </button>
          )}
          <OutputLink output={outputs.animatic} label="MP4" />
          <OutputLink output={outputs.pdf} label="Storyboard PDF" />
          <OutputLink output={outputs.csv} label="Shot list CSV" />
          {onImport && board.scenes.length > 0 && (
            <button type="button" className="sr-button" onClick={onImport}>
              Import new draft
            </button>
          )}
        </div>
      </div>
      {isWatching && outputs.animatic && (
        // biome-ignore lint/a11y/useMediaCaption: the dialogue stands on the frames of an animatic
        <video
          className="sr-board-header__animatic"
          src={outputs.animatic.url}
          aria-label="Animatic"
          controls
          autoPlay
          preload="metadata"
        />
      )}
    </section>
  )
}
