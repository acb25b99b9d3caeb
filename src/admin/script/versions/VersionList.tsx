'use client'

import type { ScriptVersion } from '@/contracts'
import { plural } from '../../lib/format'
import { Badge } from '../../ui/Badge'
import { momentOf, originOf } from './origin'

/** The versions, newest first. */
export function VersionList({
  versions,
  selected,
  onSelect,
}: {
  versions: ScriptVersion[]
  selected: number
  onSelect: (version: number) => void
}) {
  return (
    <ol className="sr-versions__list" aria-label="Versions, newest first">
      {versions.map((version) => (
        <li key={version.version}>
          <button
            type="button"
            aria-current={version.version === selected || undefined}
            onClick={() => onSelect(version.version)}
          >
            <span className="sr-versions__line">
              <strong>Version {version.version}</strong>
              {version.isCurrent && <Badge tone="approved">Now</Badge>}
            </span>
            <span>{originOf(version)}</span>
            <span className="sr-muted">
              {[momentOf(version.createdAt), version.by?.name].filter(Boolean).join(' · ')}
            </span>
            <span className="sr-muted">
              {plural(version.pageCount, 'page')}, {plural(version.wordCount, 'word')}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
