'use client'

import { useState } from 'react'
import type { EpisodeBoard } from '@/contracts'
import { formatRunningTime, plural } from '../lib/format'

/** What the episode amounts to, and what was made of it: documents to download, the animatic to watch. */
export function BoardHeader({ board, onImport }: { board: EpisodeBoard; onImport: (() => void) | null }) {
  const [isWatching, setIsWatching] = useState(false)
  const { totals, outputs } = board
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
          <strong title="Running time of all shots">{formatRunningTime(totals.duration)}</strong>
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
          {outputs.animatic && (
            <a className="sr-button" href={outputs.animatic.url} download>
              MP4
            </a>
          )}
          {outputs.pdf && (
            <a className="sr-button" href={outputs.pdf.url} download>
              Storyboard PDF
            </a>
          )}
          {outputs.csv && (
            <a className="sr-button" href={outputs.csv.url} download>
              Shot list CSV
            </a>
          )}
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
