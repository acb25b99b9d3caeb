'use client'

import { useState } from 'react'
import type { BoardPanel, BoardShot } from '@/contracts'
import { otherToCompare } from './otherToCompare'
import { PanelFigure } from './PanelFigure'

/** The version that is looked at, large; on request beside any other. */
export function PanelImages({
  shot,
  selected,
  showsConfidence,
  onSelect,
}: {
  shot: BoardShot
  selected: BoardPanel | null
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
          panel={selected}
          beside={other}
          side="left"
          showsConfidence={showsConfidence}
          onChoose={onSelect}
        />
        {other && (
          <PanelFigure
            shot={shot}
            panel={other}
            beside={selected}
            side="right"
            showsConfidence={showsConfidence}
            onChoose={setOtherId}
          />
        )}
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
