'use client'

import { plural } from '../lib/format'
import { lengthInWords } from '../lib/lengthInWords'
import { countScript, pagesByEighths } from './counts'
import { ExportMenu } from './ExportMenu'
import { pagesOf } from './printedPages'
import type { Reading } from './readScript'

const FROM_TEXT = 'From the length of the text'

/** What the script amounts to, and what can be done with it. */
export function ScriptToolbar({
  episodeId,
  reading,
  boardSeconds,
  version,
  canWrite,
  onEdit,
  onVersions,
  onImport,
}: {
  episodeId: string
  reading: Reading
  /** Of all shots together; 0 where there are none. */
  boardSeconds: number
  version: number
  canWrite: boolean
  onEdit: () => void
  onVersions: () => void
  onImport: () => void
}) {
  const counts = reading.breakdown && countScript(reading.breakdown, pagesOf(reading).length)
  const isEmpty = reading.text.trim() === ''
  return (
    <header className="sr-script__bar">
      <p className="sr-script__facts">
        {counts && (
          <>
            <strong title={boardSeconds > 0 ? 'How long all shots are together' : FROM_TEXT}>
              {lengthInWords({ shots: boardSeconds, script: counts.seconds })}
            </strong>
            {boardSeconds > 0 && (
              <span title={FROM_TEXT}>{lengthInWords({ shots: 0, script: counts.seconds })}</span>
            )}
            <span>{plural(counts.scenes, 'scene')}</span>
            <span title={`${pagesByEighths(counts.eighths)} by the eighths of its scenes`}>
              {plural(counts.pages, 'page')}
            </span>
            <span>{plural(counts.words, 'word')}</span>
          </>
        )}
        {version > 0 && <span>Version {version}</span>}
      </p>
      {!isEmpty && (
        <div className="sr-script__actions">
          <ExportMenu episodeId={episodeId} />
          <button type="button" className="sr-button" onClick={onVersions}>
            Script versions
          </button>
          {canWrite && (
            <button type="button" className="sr-button" onClick={onImport}>
              Import new draft
            </button>
          )}
          {canWrite && (
            <button type="button" className="sr-button sr-button--primary" onClick={onEdit}>
              Edit script
            </button>
          )}
        </div>
      )}
    </header>
  )
}
