'use client'

import { useCallback, useMemo, useState } from 'react'
import type { RunStatus } from '@/contracts'
import { ImportDialog } from '../import/ImportDialog'
import { useShowImported } from '../import/useShowImported'
import { BoardHeader } from './BoardHeader'
import type { BoardBeginning } from './boardBeginning'
import { OverlayToggles } from './OverlayToggles'
import { PanelDialog } from './PanelDialog'
import { Pipeline } from './Pipeline'
import { RedoDialog } from './RedoDialog'
import { RunFailures } from './RunFailures'
import { RunWarnings } from './RunWarnings'
import { SceneStrip } from './SceneStrip'
import { StripToCome } from './StripToCome'
import { type BoardActions, type RunRequest, useBoard } from './useBoard'
import { useLanding } from './useLanding'
import { useOpenShot } from './useOpenShot'
import { useOverlays } from './useOverlays'
import './storyboard.css'

/** The whole storyboard of an episode, live. */
export function Storyboard({
  beginning,
  run: initialRun,
  canWrite,
}: {
  beginning: BoardBeginning
  run: RunStatus | null
  canWrite: boolean
}) {
  const { board, run, isBusy, lostContact, rest, actions } = useBoard({
    board: beginning.board,
    run: initialRun,
    isWhole: beginning.steps === null,
  })
  const overlays = useOverlays(board.project.id, board.project.overlays.board)
  const [redo, setRedo] = useState<RunRequest | null>(null)
  /** As they are, but for what makes everything anew: that asks first. */
  const asking = useMemo<BoardActions>(
    () => ({
      ...actions,
      start: async (request) => (request.mode === 'all' ? setRedo(request) : actions.start(request)),
    }),
    [actions],
  )
  const [openShotId, openShot] = useOpenShot(board)
  const closeShot = useCallback(() => openShot(null), [openShot])
  const boardRef = useLanding(rest.isWhole)
  const [isImporting, setIsImporting] = useState(false)
  const showImported = useShowImported()
  const isRunning = run?.state === 'running'
  const canGenerate = canWrite && board.project.aiEnabled

  return (
    <div className="sr-storyboard" ref={boardRef}>
      <BoardHeader board={board} onImport={canWrite ? () => setIsImporting(true) : null} />
      {board.scenes.length === 0 ? (
        <div className="sr-empty">
          <h2>This episode has no script yet</h2>
          <p>
            Import a screenplay. Its scenes, characters and dialogue appear here, and from them Showrunner
            suggests shots, draws panels and speaks the lines.
          </p>
          {canWrite && (
            <button
              type="button"
              className="sr-button sr-button--primary"
              onClick={() => setIsImporting(true)}
            >
              Import a script
            </button>
          )}
        </div>
      ) : (
        <>
          <Pipeline
            board={board}
            run={run}
            isBusy={isBusy}
            canGenerate={canGenerate}
            lostContact={lostContact}
            actions={asking}
            ofWhole={rest.isWhole ? null : beginning}
          />
          {run && run.failures.length > 0 && (
            <RunFailures failures={run.failures} canWrite={canWrite} isBusy={isBusy} actions={actions} />
          )}
          {run && run.warnings.length > 0 && <RunWarnings warnings={run.warnings} />}
          <div className="sr-storyboard__view">
            <OverlayToggles choice={overlays} />
          </div>
          {board.scenes.map((scene) => (
            <SceneStrip
              key={scene.id}
              scene={scene}
              episodeId={board.episode.id}
              aspectRatio={board.project.aspectRatio}
              overlays={overlays.shown}
              isRunning={isRunning}
              canWrite={canWrite}
              canGenerate={canGenerate}
              isCut={!rest.isWhole}
              onOpenShot={openShot}
              actions={asking}
            />
          ))}
          {!rest.isWhole &&
            beginning.toCome.map((scene) => (
              <StripToCome key={scene.id} scene={scene} problem={rest.problem} />
            ))}
        </>
      )}
      {openShotId && (
        <PanelDialog
          board={board}
          shotId={openShotId}
          overlays={overlays}
          isBusy={isBusy}
          isRunning={isRunning}
          drawing={run?.drawing ?? []}
          canWrite={canWrite}
          onShow={openShot}
          onClose={closeShot}
          actions={actions}
        />
      )}
      {redo && (
        <RedoDialog
          episodeId={board.episode.id}
          request={redo}
          isBusy={isBusy}
          onConfirm={() => {
            setRedo(null)
            void actions.start(redo)
          }}
          onClose={() => setRedo(null)}
        />
      )}
      {isImporting && (
        <ImportDialog
          target={{
            projectId: board.project.id,
            episodeId: board.episode.id,
            hasScript: board.scenes.length > 0,
          }}
          onClose={() => setIsImporting(false)}
          onImported={showImported}
        />
      )}
    </div>
  )
}
