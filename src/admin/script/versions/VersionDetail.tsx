'use client'

import { useState } from 'react'
import type { ScriptVersion } from '@/contracts'
import { UndoVersion } from './UndoVersion'
import { VersionComparison } from './VersionComparison'
import { VersionPages } from './VersionPages'

interface Props {
  episodeId: string
  version: ScriptVersion
  /** All, newest first. */
  versions: ScriptVersion[]
  canWrite: boolean
  isBusy: boolean
  onRestore: () => void
  onUndone: () => void
}

/** One version: what it changed, or its pages; and the ways back to it. */
export function VersionDetail(props: Props) {
  const { episodeId, version, versions, canWrite, isBusy, onRestore, onUndone } = props
  const others = versions.filter((other) => other.version !== version.version)
  const before = others.find((other) => other.version < version.version) ?? others[0]
  const [shows, setShows] = useState<'changes' | 'pages'>(before ? 'changes' : 'pages')
  const [against, setAgainst] = useState(before?.version ?? null)
  return (
    <section className="sr-versions__detail" aria-label={`Version ${version.version}`}>
      <header>
        <div className="sr-versions__tabs">
          {before && (
            <button
              type="button"
              className="sr-button"
              aria-pressed={shows === 'changes'}
              onClick={() => setShows('changes')}
            >
              Changes
            </button>
          )}
          <button
            type="button"
            className="sr-button"
            aria-pressed={shows === 'pages'}
            onClick={() => setShows('pages')}
          >
            Pages
          </button>
          {shows === 'changes' && against !== null && (
            <label>
              since{' '}
              <select value={against} onChange={(event) => setAgainst(Number(event.currentTarget.value))}>
                {others.map((other) => (
                  <option key={other.version} value={other.version}>
                    version {other.version}
                    {other.isCurrent ? ' (now)' : ''}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {canWrite && (
          <div className="sr-versions__tabs">
            {version.draftId && (
              <UndoVersion draftId={version.draftId} version={version.version} onUndone={onUndone} />
            )}
            {!version.isCurrent && (
              <button
                type="button"
                className="sr-button sr-button--primary"
                disabled={isBusy}
                onClick={onRestore}
              >
                {isBusy ? 'Comparing…' : `Restore version ${version.version}`}
              </button>
            )}
          </div>
        )}
      </header>
      {shows === 'changes' && against !== null ? (
        <VersionComparison episodeId={episodeId} from={against} to={version.version} />
      ) : (
        <VersionPages episodeId={episodeId} version={version.version} />
      )}
    </section>
  )
}
