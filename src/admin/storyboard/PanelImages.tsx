'use client'

import { useState } from 'react'
import type { BoardPanel, BoardShot } from '@/contracts'
import { OverlayToggles } from './OverlayToggles'
import { otherToCompare } from './otherToCompare'
import { PanelFigure } from './PanelFigure'
import type { OverlayChoice } from './useOverlays'

/** What is over the picture here; what happens and what is said stands beside it always. */
const OVER_IT = ['slate', 'arrows'] as const

/** The version that is looked at, large; on request beside any other. */
export function PanelImages({
  shot,
  sceneNumber,
  selected,
  overlays,
  showsConfidence,
  onSelect,
}: {
  shot: BoardShot
  sceneNumber: string
  selected: BoardPanel | null
  overlays: OverlayChoice
  showsConfidence: boolean
  onSelect: (panelId: string) => void
}) {
  const [otherId, setOtherId] = useState<string | null>(null)
  if (!selected) return <div className="sr-detail__none">No panel was drawn yet.</div>
  const other = otherId === null ? null : otherToCompare(shot, selected.id, otherId)
  return (
    <div className="sr-detail__images">
      <div className={`sr-detail__stage${other ? ' sr-detail__stage--two' : ''}`}>
        <PanelFigure
          shot={shot}
          sceneNumber={sceneNumber}
          overlays={overlays.shown}
          panel={selected}
          beside={other}
          side="left"
          showsConfidence={showsConfidence}
          onChoose={onSelect}
        />
        {other && (
          <PanelFigure
            shot={shot}
            sceneNumber={sceneNumber}
            overlays={overlays.shown}
            panel={other}
            beside={selected}
            side="right"
            showsConfidence={showsConfidence}
            onChoose={setOtherId}
          />
        )}
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
                className={`sr-detail__version${panel.id === other?.id ? ' sr-detail__version--beside' : ''}`}
                aria-pressed={panel.id === selected.id}
                aria-label={`Version ${panel.version}, ${panel.status}${panel.id === shot.panel?.id ? ', in use' : ''}`}
                onClick={() => onSelect(panel.id)}
              >
                {panel.image && (
                  // biome-ignore lint/performance/noImgElement: the files are private and have their own thumbnails
                  <img src={panel.image.thumbnailUrl ?? panel.image.url} alt="" />
                )}
                <span>
                  v{panel.version}
                  {panel.id === shot.panel?.id && ' · in use'}
                </span>
              </button>
            ))}
          </fieldset>
          <button
            type="button"
            className="sr-button"
            aria-pressed={other !== null}
            onClick={() => setOtherId(other ? null : (otherToCompare(shot, selected.id)?.id ?? null))}
          >
            {other ? 'Show one' : 'Compare'}
          </button>
        </div>
      )}
    </div>
  )
}
