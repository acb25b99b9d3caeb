import { formatAgo } from '../../lib/format'
import type { LocalDraft } from './localDraft'

/** Says that this browser has words that were never saved, and asks what to do with them. */
export function RestorePrompt({
  draft,
  version,
  onRestore,
  onDiscard,
}: {
  draft: LocalDraft
  /** Of the script now. */
  version: number
  onRestore: () => void
  onDiscard: () => void
}) {
  return (
    <div className="sr-edit__restore" role="alert">
      <p>
        <strong>Unsaved changes from {formatAgo(draft.savedAt, Date.now())} are in this browser.</strong>{' '}
        {draft.baseVersion !== version &&
          `They were made on version ${draft.baseVersion}; the script is version ${version} now. `}
      </p>
      <button type="button" className="sr-button sr-button--primary" onClick={onRestore}>
        Restore them
      </button>
      <button type="button" className="sr-button" onClick={onDiscard}>
        Discard them
      </button>
    </div>
  )
}
