'use client'

import { type CSSProperties, useState } from 'react'
import type { BoardMedia, BoardPanel, BoardShot } from '@/contracts'
import { OverlayToggles } from './OverlayToggles'
import { PanelBadges } from './PanelBadges'
import { PictureOverlays } from './PictureOverlays'
import type { OverlayChoice } from './useOverlays'

/** What is over the picture here; what happens and what is said stands beside it always. */
const OVER_IT = ['slate', 'arrows'] as const
/** Arrows for a picture that fills most of the page. */
const ARROW_WIDTH = 720

const ratioOf = ({ width, height }: BoardMedia): number => (width && height ? width / height : 16 / 9)

/** A picture's place on the page before it has arrived: nothing under a pointer may move when it does. */
const placeOf = (image: BoardMedia): CSSProperties => ({ '--sr-ratio': ratioOf(image) }) as CSSProperties

/** The version that is looked at, large; with another beside it to compare. */
export function PanelImages({
  shot,
  sceneNumber,
  selected,
  overlays,
  onSelect,
}: {
  shot: BoardShot
  sceneNumber: string
  selected: BoardPanel | null
  overlays: OverlayChoice
  onSelect: (panelId: string) => void
}) {
  const [isComparing, setIsComparing] = useState(false)
  if (!selected) return <div className="sr-detail__none">No panel was drawn yet.</div>
  const other = shot.panels.find(({ id }) => id !== selected.id)
  const shown = isComparing && other ? [selected, other] : [selected]
  return (
    <div className="sr-detail__images">
      <div className={`sr-detail__stage${shown.length > 1 ? ' sr-detail__stage--two' : ''}`}>
        {shown.map((panel) => (
          <figure key={panel.id}>
            {panel.image && (
              <div className="sr-detail__picture" style={placeOf(panel.image)}>
                {/* biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails */}
                <img src={panel.image.url} alt={`Version ${panel.version}: ${shot.description}`} />
                <PictureOverlays
                  shot={shot}
                  sceneNumber={sceneNumber}
                  panel={panel}
                  ratio={ratioOf(panel.image)}
                  shown={overlays.shown}
                  width={ARROW_WIDTH}
                />
              </div>
            )}
            <figcaption>
              <span>Version {panel.version}</span>
              <span>{panel.origin === 'ai' ? 'Generated' : 'Drawn by a person'}</span>
              {panel.confidence !== null && <span>Confidence {Math.round(panel.confidence * 100)}%</span>}
              {shown.length > 1 && <PanelBadges panel={panel} />}
              {panel.image && (
                <a href={panel.image.url} download title="The picture alone">
                  Download picture
                </a>
              )}
            </figcaption>
          </figure>
        ))}
      </div>
      <div className="sr-detail__overlays">
        <OverlayToggles choice={overlays} names={OVER_IT} />
      </div>
      {shot.panels.length > 1 && (
        <div className="sr-detail__versions">
          <fieldset aria-label="Versions">
            {shot.panels.map((panel) => (
              <button
                key={panel.id}
                type="button"
                className="sr-detail__version"
                aria-pressed={panel.id === selected.id}
                aria-label={`Version ${panel.version}, ${panel.status}`}
                onClick={() => onSelect(panel.id)}
              >
                {panel.image && (
                  // biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails
                  <img src={panel.image.thumbnailUrl ?? panel.image.url} alt="" />
                )}
                <span>v{panel.version}</span>
              </button>
            ))}
          </fieldset>
          <button
            type="button"
            className="sr-button"
            aria-pressed={isComparing}
            onClick={() => setIsComparing((value) => !value)}
          >
            {isComparing ? 'Show one' : 'Compare'}
          </button>
        </div>
      )}
    </div>
  )
}
