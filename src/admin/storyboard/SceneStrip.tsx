'use client'

import { memo } from 'react'
import { plural } from '@/admin/lib/format'
import type { BoardScene, OverlaySet } from '@/contracts'
import { formatRunningTime } from '@/lib/formatRunningTime'
import { inWords } from '../lib/format'
import { lengthInWords } from '../lib/lengthInWords'
import { Badge, type Tone } from '../ui/Badge'
import { DialogueLine } from './DialogueLine'
import { wereMoved } from './numberOrder'
import { PanelCard } from './PanelCard'
import { SceneMoves } from './SceneMoves'
import { SceneOutOfDate } from './SceneOutOfDate'
import { SceneOutOfScript } from './SceneOutOfScript'
import { goalOf, strangersOf } from './ShotOutOfDate'
import { SortableShots } from './SortableShots'
import type { BoardActions } from './useBoard'

const STATUS_TONES: Record<BoardScene['status'], Tone> = {
  pending: 'neutral',
  generating: 'review',
  reviewing: 'review',
  approved: 'approved',
}

interface SceneStripProps {
  scene: BoardScene
  episodeId: string
  aspectRatio: string
  overlays: OverlaySet
  isRunning: boolean
  canWrite: boolean
  canGenerate: boolean
  /** More of its shots may be on their way: their order is not asked of those that are there. */
  isCut: boolean
  onOpenShot: (shotId: string) => void
  actions: BoardActions
}

/** Who is in a scene: those who speak, then those who are only seen. */
function peopleIn(scene: BoardScene): string[] {
  const names = [...scene.lines.flatMap((line) => line.speakers), ...scene.characters.map(({ name }) => name)]
  return [...new Set(names.filter(Boolean))]
}

/** One scene: its band, and its shots in order. */
export const SceneStrip = memo(function SceneStrip({
  scene,
  episodeId,
  aspectRatio,
  overlays,
  isRunning,
  canWrite,
  canGenerate,
  isCut,
  onOpenShot,
  actions,
}: SceneStripProps) {
  const people = peopleIn(scene)
  // Of a scene whose shots are not all here yet, its own length is that of all of them.
  const ofShots = isCut
    ? scene.durationSeconds
    : scene.shots.reduce((sum, shot) => sum + shot.durationSeconds, 0)
  const hasShots = scene.shots.length > 0
  const headingId = `scene-${scene.sceneNumber}`

  return (
    <section className="sr-scene" aria-labelledby={headingId}>
      <header className="sr-scene__band">
        <span className="sr-scene__number">{scene.sceneNumber}</span>
        <div className="sr-scene__title">
          <h2 id={headingId}>{scene.heading}</h2>
          <p className="sr-scene__meta">
            {hasShots ? (
              <span title="How long its shots are together">{formatRunningTime(ofShots)}</span>
            ) : (
              <span title="From the length of its text">
                {lengthInWords({ shots: 0, script: scene.durationSeconds })}
              </span>
            )}
            {scene.sections.length > 0 && <span>{scene.sections.join(' / ')}</span>}
            {scene.mood && scene.mood !== 'neutral' && <span>{inWords(scene.mood)}</span>}
            {people.length > 0 && <span>{people.join(', ')}</span>}
          </p>
        </div>
        <div className="sr-scene__aside">
          {!scene.isInScript && <Badge tone="warn">Not in the script</Badge>}
          {scene.status !== 'pending' && (
            <Badge tone={STATUS_TONES[scene.status]}>{inWords(scene.status)}</Badge>
          )}
          {canGenerate && (
            <>
              <button
                type="button"
                className="sr-link-button"
                disabled={isRunning}
                title="Makes what is missing or out of date in this scene."
                aria-label={`Run scene ${scene.sceneNumber}`}
                onClick={() => actions.start({ sceneIds: [scene.id] })}
              >
                Run
              </button>
              {scene.shots.length > 0 && (
                <button
                  type="button"
                  className="sr-link-button"
                  disabled={isRunning}
                  title="Makes everything in this scene anew, as new versions."
                  aria-label={`Redo scene ${scene.sceneNumber}`}
                  onClick={() => actions.start({ sceneIds: [scene.id], mode: 'all' })}
                >
                  Redo
                </button>
              )}
            </>
          )}
        </div>
      </header>
      <SceneOutOfScript scene={scene} episodeId={episodeId} canWrite={canWrite} />
      <SceneMoves scene={scene} />
      <SceneOutOfDate scene={scene} />
      {wereMoved(scene.shots) && (
        <p className="sr-scene__numbers">
          These shots were moved and keep their numbers, by which people speak of them.
        </p>
      )}
      {scene.shots.length === 0 ? (
        <UnplannedScene scene={scene} />
      ) : (
        <SortableShots
          shots={scene.shots}
          onMove={(order, moved) => void actions.reorder(scene.id, order, moved)}
        >
          {scene.shots.map((shot) => (
            <PanelCard
              key={shot.id}
              shot={shot}
              sceneNumber={scene.sceneNumber}
              isNotInScript={scene.coverage.shotsWithWordsGone.some(({ shotId }) => shotId === shot.id)}
              isSaidStill={scene.coverage.shotsWithWordsGone.some(
                (each) => each.shotId === shot.id && each.isSaidStill,
              )}
              goesTo={goalOf(shot.id, scene)?.sceneNumber ?? ''}
              strangers={strangersOf(shot, scene).join(', ')}
              lines={scene.lines.filter((line) => shot.lineIds.includes(line.id))}
              aspectRatio={aspectRatio}
              overlays={overlays}
              isRunning={isRunning}
              canWrite={canWrite && !isCut}
              onOpen={onOpenShot}
            />
          ))}
        </SortableShots>
      )}
    </section>
  )
})

/** A scene before it has shots: what happens in it, from the script. */
function UnplannedScene({ scene }: { scene: BoardScene }) {
  return (
    <div className="sr-scene__unplanned">
      <p>
        {scene.synopsis || scene.action.split('\n\n').slice(0, 2).join(' ') || 'No action in the script.'}
      </p>
      {scene.lines.slice(0, 3).map((line) => (
        <DialogueLine key={line.id} line={line} />
      ))}
      {scene.lines.length > 3 && (
        <p className="sr-muted">and {plural(scene.lines.length - 3, 'more line')}</p>
      )}
    </div>
  )
}
