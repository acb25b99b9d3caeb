'use client'

import type { CSSProperties } from 'react'
import type { BoardMedia, BoardPanel, BoardShot, OverlaySet } from '@/contracts'
import { PanelBadges } from './PanelBadges'
import { PictureOverlays } from './PictureOverlays'
import { panelMarks } from './panelMarks'

/** Arrows for a picture that fills most of the page. */
const ARROW_WIDTH = 720

const ratioOf = ({ width, height }: BoardMedia): number => (width && height ? width / height : 16 / 9)

/** A picture's place on the page before it has arrived: nothing under a pointer may move when it does. */
const placeOf = (image: BoardMedia): CSSProperties => ({ '--sr-ratio': ratioOf(image) }) as CSSProperties

/** One version, large, with what is known of it; beside another it can be changed for any third. */
export function PanelFigure({
  shot,
  sceneNumber,
  overlays,
  panel,
  beside,
  side,
  showsConfidence,
  onChoose,
}: {
  shot: BoardShot
  sceneNumber: string
  overlays: OverlaySet
  panel: BoardPanel
  /** What it is compared with; null where it stands alone. */
  beside: BoardPanel | null
  side: 'left' | 'right'
  showsConfidence: boolean
  onChoose: (panelId: string) => void
}) {
  return (
    <figure>
      {panel.image && (
        <div className="sr-detail__picture" style={placeOf(panel.image)}>
          {/* biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails */}
          <img src={panel.image.url} alt={`Version ${panel.version}: ${shot.description}`} />
          <PictureOverlays
            shot={shot}
            sceneNumber={sceneNumber}
            panel={panel}
            ratio={ratioOf(panel.image)}
            shown={overlays}
            width={ARROW_WIDTH}
          />
        </div>
      )}
      <figcaption>
        {beside && shot.panels.length > 2 ? (
          <select
            className="sr-detail__choice"
            aria-label={`Version on the ${side}`}
            value={panel.id}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            {shot.panels.map(({ id, version }) => (
              <option key={id} value={id} disabled={id === beside.id}>
                Version {version}
                {id === shot.panel?.id ? ' (in use)' : ''}
              </option>
            ))}
          </select>
        ) : (
          <span>Version {panel.version}</span>
        )}
        <span>{panel.origin === 'ai' ? 'Generated' : 'Drawn by a person'}</span>
        {showsConfidence && panel.confidence !== null && (
          <span>Confidence {Math.round(panel.confidence * 100)}%</span>
        )}
        {beside && <PanelBadges marks={panelMarks(panel)} />}
        {panel.image && (
          <a href={panel.image.url} download title="The picture alone">
            Download picture
          </a>
        )}
      </figcaption>
    </figure>
  )
}
