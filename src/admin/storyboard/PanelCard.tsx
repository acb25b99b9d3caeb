'use client'

import { useSortable } from '@dnd-kit/sortable'
import { memo } from 'react'
import {
  type BoardLine,
  type BoardShot,
  type OverlaySet,
  SHOT_ANGLES,
  SHOT_MOVEMENTS,
  SHOT_SIZES,
} from '@/contracts'
import { parseAspectRatio } from '@/lib/aspectRatio'
import { cssRatio, formatSeconds } from '../lib/format'
import { DialogueLine } from './DialogueLine'
import { hasMarksInIt } from './hasMarksInIt'
import { PanelBadges } from './PanelBadges'
import { PictureOverlays } from './PictureOverlays'
import { isOnlyInReview, shotMarks } from './panelMarks'
import './panel-card.css'

/** A code's label; the code itself where it is none of ours. */
export const labelOf = (labels: Record<string, string>, code: string): string => labels[code] ?? code

interface PanelCardProps {
  shot: BoardShot
  sceneNumber: string
  lines: BoardLine[]
  /** Some of what it shows is not in the script any more. */
  isNotInScript: boolean
  /** Of that, its own sentence is: others of its paragraph changed. */
  isSaidStill: boolean
  /** The number of the scene where its words are by now; empty where they are here. */
  goesTo: string
  /** Names of those in frame who are not in the scene; empty for none. */
  strangers: string
  aspectRatio: string
  overlays: OverlaySet
  isRunning: boolean
  canWrite: boolean
  onOpen: (shotId: string) => void
}

/** A card is some 300 pixels wide: arrows made for this width can be read on it. */
const ARROW_WIDTH = 480

const SLIDE = { duration: 250, easing: 'cubic-bezier(0, 0.2, 0.2, 1)' }

/** One shot on the strip: its current panel, how it is shot and, as the overlays say, what happens and what is said. */
export const PanelCard = memo(function PanelCard({
  shot,
  sceneNumber,
  lines,
  isNotInScript,
  isSaidStill,
  goesTo,
  strangers,
  aspectRatio,
  overlays,
  isRunning,
  canWrite,
  onOpen,
}: PanelCardProps) {
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: shot.id,
    disabled: !canWrite,
    transition: SLIDE,
  })
  const name = `Scene ${sceneNumber}, shot ${shot.shotNumber}`
  const { panel } = shot
  const marks = shotMarks(shot, { isNotInScript, isSaidStill, goesTo, strangers })
  const isWaiting = isOnlyInReview(marks)
  const picture = panel?.image
  const movement = shot.movement === 'static' ? null : labelOf(SHOT_MOVEMENTS, shot.movement)
  return (
    <article
      ref={setNodeRef}
      className={`sr-card${isDragging ? ' sr-card--dragging' : ''}`}
      style={{
        transform: transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined,
        transition,
      }}
      aria-label={name}
      data-shot-id={shot.id}
    >
      <button
        type="button"
        className="sr-card__frame"
        style={{ aspectRatio: cssRatio(aspectRatio) }}
        aria-label={`Open ${name}`}
        onClick={() => onOpen(shot.id)}
      >
        {panel && picture ? (
          // biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails
          <img
            className={hasMarksInIt(panel) ? 'sr-card__old' : undefined}
            src={picture.thumbnailUrl ?? picture.url}
            alt={shot.description || name}
            loading="lazy"
          />
        ) : (
          <span className={`sr-card__blank${isRunning ? ' sr-card__blank--waiting' : ''}`}>
            {isRunning ? 'Waiting to be drawn' : 'No panel yet'}
          </span>
        )}
        {panel && picture && (
          <PictureOverlays
            shot={shot}
            sceneNumber={sceneNumber}
            panel={panel}
            ratio={parseAspectRatio(aspectRatio)}
            shown={overlays}
            width={ARROW_WIDTH}
          />
        )}
      </button>
      <div className="sr-card__slate">
        <strong className="sr-card__number" title={name}>
          {shot.shotNumber}
        </strong>
        <abbr title={labelOf(SHOT_SIZES, shot.size)}>{shot.size}</abbr>
        <span>{[labelOf(SHOT_ANGLES, shot.angle), movement].filter(Boolean).join(', ')}</span>
        {isWaiting && <span className="sr-dot" role="img" aria-label="In review" title="In review" />}
        <span className="sr-card__time">{formatSeconds(shot.durationSeconds)}</span>
        {canWrite && (
          <button
            type="button"
            className="sr-card__handle"
            {...attributes}
            {...listeners}
            aria-label={`Move ${name}. Press space, then the arrow keys, then space again.`}
            title="Drag to reorder"
          >
            <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true" fill="currentColor">
              <circle cx="2.5" cy="3" r="1.3" />
              <circle cx="7.5" cy="3" r="1.3" />
              <circle cx="2.5" cy="8" r="1.3" />
              <circle cx="7.5" cy="8" r="1.3" />
              <circle cx="2.5" cy="13" r="1.3" />
              <circle cx="7.5" cy="13" r="1.3" />
            </svg>
          </button>
        )}
      </div>
      {/* Not over the picture: there they hide what it is of, and how the camera moves. */}
      {marks.length > 0 && !isWaiting && (
        <p className="sr-card__marks">
          <PanelBadges marks={marks} />
        </p>
      )}
      {overlays.caption && shot.description && <p className="sr-card__description">{shot.description}</p>}
      {overlays.caption && lines.map((line) => <DialogueLine key={line.id} line={line} />)}
    </article>
  )
})
