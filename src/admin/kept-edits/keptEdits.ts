import type { TypedChange } from './typedChanges'

/** What a person typed in a document and has not saved, kept in their browser until it is saved or discarded. */
export interface KeptEdits {
  changes: TypedChange[]
  /** When the document was last saved that they were typed in, ISO; null where it does not say. */
  basedOn: string | null
  /** ISO. */
  keptAt: string
}

/** Of one person: a browser may be shared. */
export const keyOf = (userId: string, collection: string, id: string): string =>
  `showrunner:edits:${userId}:${collection}:${id}`

/** Null where there are none, and where the browser keeps nothing. */
export function readKeptEdits(key: string): KeptEdits | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptEdits | null
    return found && Array.isArray(found.changes) && found.changes.length > 0 ? found : null
  } catch {
    return null
  }
}

/** @returns false where the browser would not keep them: private windows, a full disk. */
export function writeKeptEdits(
  key: string,
  { keptAt = new Date().toISOString(), ...edits }: Omit<KeptEdits, 'keptAt'> & { keptAt?: string },
): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ ...edits, keptAt }))
    return true
  } catch {
    return false
  }
}

export function forgetKeptEdits(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept, nothing is there to forget.
  }
}
