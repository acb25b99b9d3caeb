import { diffWordsWithSpace } from 'diff'
import type { WordChange } from '@/contracts'

/** Milliseconds for one scene; after that its texts stand side by side without marks. */
const LIMIT_MS = 150

/** What changed between two texts, for scenes beyond those that come with their words. */
export function wordsBetween(old: string, next: string): WordChange[] {
  const parts = diffWordsWithSpace(old, next, { timeout: LIMIT_MS })
  if (!parts) {
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: next },
    ]
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
