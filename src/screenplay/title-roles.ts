import { fold } from './fold'
import { languageTables } from './language-tables'
import type { TitleRole } from './languages/Language'
import type { TitlePageEntry } from './types'

/** Keys as Fountain's own examples and other programs have them. */
const STANDARD: Partial<Record<TitleRole, string>> = {
  title: 'Title',
  credit: 'Credit',
  author: 'Author',
  source: 'Source',
  date: 'Draft date',
  contact: 'Contact',
  copyright: 'Copyright',
  notes: 'Notes',
}

/** What a key of a title page says in whatever language: `Titel`, `Titre` and `标题` are the title; null for unknown keys. */
export function titleRole(key: string): TitleRole | null {
  return languageTables().titleKeys.get(fold(key)) ?? null
}

/** The key of a role that every program knows. */
export function standardTitleKey(role: Exclude<TitleRole, 'other'>): string {
  return STANDARD[role] as string
}

/**
 * A title page with the keys that every program knows, for whoever prints it or writes it into another format: the
 * first of each role that has none yet takes its standard key (`Titel` becomes `Title`), the others stay as typed.
 */
export function standardTitlePage(entries: readonly TitlePageEntry[]): TitlePageEntry[] {
  const typed = new Set(entries.map(({ key }) => key.trim().toLowerCase()))
  const isTyped = (key: string) => typed.has(key.toLowerCase())
  const taken = new Set<string>()
  return entries.map((entry) => {
    const key = STANDARD[titleRole(entry.key) ?? 'other']
    if (!key || taken.has(key) || isTyped(key) || (key === 'Author' && isTyped('Authors'))) return entry
    taken.add(key)
    return { ...entry, key }
  })
}
