/** What a person typed and has not saved, kept in their browser until it is saved or discarded. */
export interface LocalDraft {
  text: string
  /** The version it was begun on. */
  baseVersion: number
  /** ISO. */
  savedAt: string
}

const keyOf = (episodeId: string) => `showrunner:script-draft:${episodeId}`

/** Null where there is none, and where the browser keeps nothing. */
export function readLocalDraft(episodeId: string): LocalDraft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(episodeId)) ?? 'null')
    const draft = found as LocalDraft | null
    return draft && typeof draft.text === 'string' && typeof draft.savedAt === 'string' ? draft : null
  } catch {
    return null
  }
}

/** @returns false where the browser would not keep it: private windows, a full disk. */
export function writeLocalDraft(episodeId: string, draft: Omit<LocalDraft, 'savedAt'>): boolean {
  try {
    localStorage.setItem(keyOf(episodeId), JSON.stringify({ ...draft, savedAt: new Date().toISOString() }))
    return true
  } catch {
    return false
  }
}

export function forgetLocalDraft(episodeId: string): void {
  try {
    localStorage.removeItem(keyOf(episodeId))
  } catch {
    // Where nothing can be kept, nothing is there to forget.
  }
}
