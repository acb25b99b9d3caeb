'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ScriptDraft, ScriptVersion } from '@/contracts'
import { DraftDialog } from '../../draft/DraftDialog'
import { listVersions, proposeDraft } from '../../draft/draftApi'
import { messageOf } from '../../lib/api'
import { Dialog } from '../../ui/Dialog'
import { VersionDetail } from './VersionDetail'
import { VersionList } from './VersionList'
import './versions.css'

/** Every version of the script: looked at, compared, restored. */
export function VersionsDialog({
  episodeId,
  canWrite,
  onChanged,
  onClose,
}: {
  episodeId: string
  canWrite: boolean
  /** The episode has another script now. */
  onChanged: () => void
  onClose: () => void
}) {
  const [versions, setVersions] = useState<ScriptVersion[] | null>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [restoring, setRestoring] = useState<ScriptDraft | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const load = useCallback(async () => {
    try {
      const found = await listVersions(episodeId)
      setVersions(found)
      setSelected((before) => before ?? found[0]?.version ?? null)
    } catch (error) {
      setProblem(messageOf(error))
    }
  }, [episodeId])
  useEffect(() => void load(), [load])

  const restore = async (version: number) => {
    setIsBusy(true)
    setProblem(null)
    try {
      setRestoring(await proposeDraft(episodeId, { version }))
    } catch (error) {
      setProblem(messageOf(error))
    }
    setIsBusy(false)
  }
  const changed = () => {
    setSelected(null)
    void load()
    onChanged()
  }
  const version = versions?.find((one) => one.version === selected)

  if (restoring) {
    return (
      <DraftDialog
        key={restoring.id}
        title={`Restore version ${restoring.source.version}`}
        draft={restoring}
        staysOpen
        onRepeat={() => void restore(restoring.source.version ?? 0)}
        onApplied={changed}
        onUndone={changed}
        onClose={() => setRestoring(null)}
      />
    )
  }
  return (
    <Dialog title="Versions of the script" size="large" onClose={onClose}>
      <div className="sr-versions">
        {problem && (
          <p className="sr-versions__problem" role="alert">
            {problem}
          </p>
        )}
        {versions && versions.length === 0 && <p className="sr-muted">There is no version yet.</p>}
        {!versions && !problem && <p className="sr-muted">Loading…</p>}
        {versions && version && (
          <>
            <VersionList versions={versions} selected={version.version} onSelect={setSelected} />
            <VersionDetail
              key={version.version}
              episodeId={episodeId}
              version={version}
              versions={versions}
              canWrite={canWrite}
              isBusy={isBusy}
              onRestore={() => void restore(version.version)}
              onUndone={changed}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}
