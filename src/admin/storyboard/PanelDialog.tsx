'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import {
  type BoardScene,
  type BoardShot,
  type EpisodeBoard,
  SHOT_ANGLES,
  SHOT_MOVEMENTS,
  SHOT_SIZES,
} from '@/contracts'
import { formatSeconds } from '../lib/format'
import { useAdminPath } from '../lib/useAdminPath'
import { Dialog } from '../ui/Dialog'
import { DialogueLine } from './DialogueLine'
import { LineRecording } from './LineRecording'
import { NewerVersion } from './NewerVersion'
import { PanelActions } from './PanelActions'
import { labelOf } from './PanelCard'
import { PanelImages } from './PanelImages'
import { ShotOutOfDate } from './ShotOutOfDate'
import { UploadDrawing } from './UploadDrawing'
import type { BoardActions } from './useBoard'
import type { OverlayChoice } from './useOverlays'
import './panel-dialog.css'

interface PanelDialogProps {
  board: EpisodeBoard
  shotId: string
  overlays: OverlayChoice
  isBusy: boolean
  isRunning: boolean
  /** Shots of which a panel is being drawn. */
  drawing: readonly string[]
  canWrite: boolean
  onShow: (shotId: string) => void
  onClose: () => void
  actions: BoardActions
}

interface Place {
  scene: BoardScene
  shot: BoardShot
  previous: string | null
  next: string | null
}

function placeOf(board: EpisodeBoard, shotId: string): Place | null {
  const all = board.scenes.flatMap((scene) => scene.shots.map((shot) => ({ scene, shot })))
  const index = all.findIndex(({ shot }) => shot.id === shotId)
  const found = all[index]
  return found
    ? { ...found, previous: all[index - 1]?.shot.id ?? null, next: all[index + 1]?.shot.id ?? null }
    : null
}

/** Whether the panels' confidence tells one from another; the same number on all of them means nothing. */
function tellsApart(board: EpisodeBoard): boolean {
  const panels = board.scenes.flatMap(({ shots }) => shots.flatMap((shot) => shot.panels))
  return new Set(panels.flatMap(({ confidence }) => confidence ?? [])).size > 1
}

/** One shot close up: its panel large, its versions beside each other, and every decision about it. */
export function PanelDialog(props: PanelDialogProps) {
  const { board, shotId, overlays, canWrite, isBusy, isRunning, drawing, onShow, onClose, actions } = props
  const place = placeOf(board, shotId)
  const adminPath = useAdminPath()
  const [selectedId, setSelectedId] = useState<string | null>(null)

  useEffect(() => {
    if (!place) onClose()
  }, [place, onClose])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Players and choices have arrow keys of their own.
      const isTaken = event.target instanceof HTMLMediaElement || event.target instanceof HTMLSelectElement
      const to = event.key === 'ArrowRight' ? place?.next : event.key === 'ArrowLeft' ? place?.previous : null
      if (to && !isTaken && !event.altKey && !event.metaKey && !event.ctrlKey) onShow(to)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [place?.next, place?.previous, onShow])

  if (!place) return null
  const { scene, shot, previous, next } = place
  const panel = shot.panels.find(({ id }) => id === selectedId) ?? shot.panel
  const lines = scene.lines.filter((line) => shot.lineIds.includes(line.id))
  const facts: Array<[string, string]> = [
    ['Size', labelOf(SHOT_SIZES, shot.size)],
    ['Angle', labelOf(SHOT_ANGLES, shot.angle)],
    ['Movement', labelOf(SHOT_MOVEMENTS, shot.movement)],
    ['Lens', shot.lens ? `${shot.lens} mm` : '–'],
    ['Duration', formatSeconds(shot.durationSeconds)],
    ['In frame', shot.characters.map(({ name }) => name).join(', ') || 'Nobody'],
  ]

  return (
    <Dialog
      size="large"
      title={`Scene ${scene.sceneNumber}, shot ${shot.shotNumber}: ${scene.heading}`}
      onClose={onClose}
      footer={
        <nav className="sr-detail__nav" aria-label="Shots">
          <button
            type="button"
            className="sr-button"
            disabled={!previous}
            onClick={() => previous && onShow(previous)}
          >
            ← Previous shot
          </button>
          <button type="button" className="sr-button" disabled={!next} onClick={() => next && onShow(next)}>
            Next shot →
          </button>
        </nav>
      }
    >
      <div className="sr-detail">
        <PanelImages
          // Whoever goes on to another shot compares nothing there yet.
          key={shot.id}
          shot={shot}
          sceneNumber={scene.sceneNumber}
          selected={panel}
          overlays={overlays}
          showsConfidence={tellsApart(board)}
          onSelect={setSelectedId}
        />
        <div className="sr-detail__side">
          {shot.description && <p className="sr-detail__description">{shot.description}</p>}
          <dl className="sr-detail__facts">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <ShotOutOfDate
            scene={scene}
            shot={shot}
            isBusy={isBusy}
            canWrite={canWrite}
            onConfirm={() => actions.confirmShot(shot.id)}
          />
          <NewerVersion shot={shot} selectedId={panel?.id ?? null} onSelect={setSelectedId} />
          {panel && (
            <PanelActions
              panel={panel}
              shot={shot}
              isBusy={isBusy}
              isRunning={isRunning}
              isDrawing={drawing.includes(shot.id)}
              canWrite={canWrite}
              canGenerate={canWrite && board.project.aiEnabled}
              actions={actions}
            />
          )}
          {canWrite && (
            <UploadDrawing
              key={shot.id}
              projectId={board.project.id}
              shotId={shot.id}
              name={`Scene ${scene.sceneNumber}, shot ${shot.shotNumber}`}
              onUploaded={actions.refresh}
            />
          )}
          {lines.length > 0 && (
            <section className="sr-detail__lines" aria-label="Dialogue">
              <h3>Dialogue</h3>
              {lines.map((line) => (
                <div key={line.id}>
                  <DialogueLine line={line} />
                  {canWrite && (
                    <LineRecording
                      line={line}
                      projectId={board.project.id}
                      sceneId={scene.id}
                      onChanged={actions.refresh}
                    />
                  )}
                </div>
              ))}
            </section>
          )}
          <p className="sr-detail__links">
            <Link href={adminPath(`/collections/shots/${shot.id}`)}>{canWrite ? 'Edit shot' : 'Shot'}</Link>
            {panel && <Link href={adminPath(`/collections/panels/${panel.id}`)}>Panel page</Link>}
            <Link href={adminPath(`/collections/scenes/${scene.id}`)}>Scene</Link>
          </p>
        </div>
      </div>
    </Dialog>
  )
}
