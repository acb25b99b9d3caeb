'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { Remark } from '@/contracts'
import { DraftDialog } from '../draft/DraftDialog'
import { ImportDialog } from '../import/ImportDialog'
import { Correctable } from './correcting/Correctable'
import { EmptyScript } from './EmptyScript'
import type { EditorHandle } from './editor/EditingRoom'
import type { Vocabulary } from './editor/vocabulary'
import { ImportSummary } from './ImportSummary'
import { markAsPerson } from './people/cueMarks'
import { DoubtfulCues } from './people/DoubtfulCues'
import { firstLineInView, focusLine, showLine } from './printedLines'
import { readScript } from './readScript'
import { currentRemarks } from './remarks/currentRemarks'
import { Remarks } from './remarks/Remarks'
import { ScriptOutline } from './ScriptOutline'
import { ScriptPages } from './ScriptPages'
import { ScriptToolbar } from './ScriptToolbar'
import { ConflictDialog } from './saving/ConflictDialog'
import { type StoredText, useSaving } from './saving/useSaving'
import { VersionsDialog } from './versions/VersionsDialog'

/** The editor is large: who only reads does not load it. */
const EditingRoom = lazy(() => import('./editor/EditingRoom'))

interface Props {
  episode: { id: string; projectId: string; title: string }
  initial: StoredText
  /** Of all shots together; 0 where there are none. */
  boardSeconds: number
  /** Names and places that the project knows. */
  vocabulary: Vocabulary
  canWrite: boolean
  storyboardPath: string
  /** What is open from the start, because its address was asked for. */
  opens: 'versions' | null
  /** Somebody comes from an import: the room says what was read. */
  isImported: boolean
  /** What the last import of a file had to say. */
  kept: Remark[]
}

/** Where an episode's script is read, corrected and compared. */
export function ScriptRoom({
  episode,
  initial,
  boardSeconds,
  vocabulary,
  canWrite,
  storyboardPath,
  opens,
  isImported: comesFromImport,
  kept,
}: Props) {
  const router = useRouter()
  const editor = useRef<EditorHandle>(null)
  const [editsAt, setEditsAt] = useState<number | null>(null)
  const [open, setOpen] = useState<'import' | 'versions' | null>(opens)
  // A first script that is imported in the room is as new to its reader as one they come to. A later one was
  // shown as a difference before.
  const [isImported, setIsImported] = useState(comesFromImport)

  // An editor in which nothing is unsaved follows what is stored; one in which something is keeps it.
  const onStored = useCallback((next: StoredText, before: StoredText) => {
    if (editor.current?.text() === before.text) editor.current.replace(next.text)
  }, [])
  const saving = useSaving(episode.id, initial, onStored)
  const { stored, review, conflict } = saving
  const reading = useMemo(() => readScript(stored.text), [stored.text])
  const remarks = useMemo(() => currentRemarks(kept, reading), [kept, reading])
  const pages = <ScriptPages reading={reading} storyboardPath={storyboardPath} />
  const close = () => setOpen(null)

  return (
    <div className="sr-room">
      {editsAt === null && (
        <ScriptToolbar
          episodeId={episode.id}
          reading={reading}
          boardSeconds={boardSeconds}
          version={stored.version}
          canWrite={canWrite}
          onEdit={() => setEditsAt(firstLineInView())}
          onVersions={() => setOpen('versions')}
          onImport={() => setOpen('import')}
        />
      )}
      {editsAt !== null ? (
        <Suspense fallback={<p className="sr-muted">Opening the editor…</p>}>
          <EditingRoom
            ref={editor}
            episodeId={episode.id}
            stored={stored}
            line={editsAt}
            vocabulary={vocabulary}
            storyboardPath={storyboardPath}
            isSaving={saving.isSaving}
            onSave={(text) => void saving.save(text)}
            onClose={(line) => {
              setEditsAt(null)
              // Once the pages are there again.
              requestAnimationFrame(() => showLine(line))
            }}
          />
        </Suspense>
      ) : stored.text.trim() === '' ? (
        <EmptyScript canWrite={canWrite} onImport={() => setOpen('import')} onWrite={() => setEditsAt(1)} />
      ) : (
        <div className="sr-script">
          <ScriptOutline scenes={reading.breakdown?.scenes ?? []} />
          <div>
            {reading.problems[0] && (
              <p className="sr-script__problem" role="status">
                This text is not a screenplay yet. {reading.problems[0].message}
              </p>
            )}
            {isImported && (
              <ImportSummary reading={reading} remarks={remarks.length} storyboardPath={storyboardPath} />
            )}
            <Remarks remarks={remarks} isOpen={isImported} onShow={focusLine} />
            {canWrite && (
              <DoubtfulCues
                cues={reading.breakdown?.doubtfulCues ?? []}
                isBusy={saving.isSaving}
                onShow={focusLine}
                onPerson={(cue) => {
                  const next = markAsPerson(reading.text, cue)
                  if (next) void saving.save(next, { mergesAlone: true })
                  else toast.info('Open the editor and put an @ before it.')
                }}
              />
            )}
            {canWrite && (
              <p className="sr-muted sr-script__hint">Double-click a line to correct it where it stands.</p>
            )}
            {canWrite ? (
              <Correctable
                reading={reading}
                isSaving={saving.isSaving}
                onSave={(text) => void saving.save(text, { mergesAlone: true })}
              >
                {pages}
              </Correctable>
            ) : (
              pages
            )}
          </div>
        </div>
      )}
      {open === 'import' && (
        <ImportDialog
          target={{
            projectId: episode.projectId,
            episodeId: episode.id,
            hasScript: stored.text.trim() !== '',
          }}
          onClose={close}
          onImported={() => {
            close()
            if (stored.text.trim() === '') setIsImported(true)
            void saving.reload()
            // What the import had to say comes with the page.
            router.refresh()
          }}
        />
      )}
      {open === 'versions' && (
        <VersionsDialog
          episodeId={episode.id}
          canWrite={canWrite}
          onClose={close}
          onChanged={() => void saving.reload()}
        />
      )}
      {review && (
        <DraftDialog
          title="What this edit means"
          draft={review}
          onClose={() => saving.setReview(null)}
          onApplied={(applied) => {
            saving.setReview(null)
            void saving.finish(applied)
          }}
        />
      )}
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          isInEditor={editsAt !== null}
          onClose={() => saving.setConflict(null)}
          onChoose={(text) => {
            saving.setConflict(null)
            saving.adopt(conflict.theirs)
            if (editor.current) editor.current.replace(text)
            else if (text !== conflict.theirs.text) void saving.save(text)
          }}
        />
      )}
    </div>
  )
}
