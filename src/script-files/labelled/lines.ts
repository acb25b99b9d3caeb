import { LABELS, NO_PERSON } from './words'

/** `NAME (softly): words`, in whatever case. */
export interface Labelled {
  name: string
  /** What stands in parentheses behind the name. */
  bracket: string | null
  value: string
}

/** A name or a label, what is in parentheses, a colon, the rest. Bounded, so that no long line makes it crawl. */
const LINE =
  /^([^:：()（）[\]{}<>"“”!?.,;|=/\\]{1,40}|[^:：()（）\s]{1,12}\/[^:：()（）\s]{1,12})\s{0,3}(?:[(（]([^()（）]{1,60})[)）])?\s{0,3}[:：](?!\/\/)\s*(.*)$/u

/** Marks that Markdown puts around a label, and bullets before it. */
export function withoutMarkdown(line: string): string {
  const bare = line.replace(/^(?:#{1,6}\s+|[-*•]\s+)/, '')
  const [, mark, label, rest] = /^(\*\*|__)(.{1,80}?)\1(.*)$/.exec(bare) ?? []
  return mark ? `${label}${rest}` : bare
}

export function readLabelled(line: string): Labelled | null {
  const [, name, bracket, value] = LINE.exec(line) ?? []
  if (!name || value === undefined) return null
  const trimmed = name.trim()
  return trimmed === '' || !/^[\p{L}\p{N}]/u.test(trimmed)
    ? null
    : { name: trimmed, bracket: bracket?.trim() ?? null, value: value.trim() }
}

export const labelOf = (name: string) => LABELS.get(name.toLowerCase().replace(/\s+/g, ' '))

const hasCase = (text: string) => text.toLowerCase() !== text.toUpperCase()
export const isShouted = (name: string) => hasCase(name) && name === name.toUpperCase()

/**
 * Finds who speaks: names in capitals, and others that stand before a colon more than once or are in a list of
 * characters. A sentence that happens to hold a colon is no name.
 */
export function findSpeakers(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  const listed = new Set<string>()
  for (const line of lines) {
    const found = readLabelled(withoutMarkdown(line))
    if (!found) continue
    const label = labelOf(found.name)
    const name = key(found.name)
    if (label === 'people') for (const each of namesIn(found.value)) listed.add(each)
    // A name in capitals is as good as two that are not.
    else if (!label && found.value !== '')
      counts.set(name, (counts.get(name) ?? 0) + (isShouted(found.name) ? 2 : 1))
  }
  const isName = (name: string) => !NO_PERSON.has(name) && name.split(' ').length <= 4
  return new Set(
    [...counts].flatMap(([name, count]) => (isName(name) && (count > 1 || listed.has(name)) ? [name] : [])),
  )
}

export const key = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').normalize('NFC')

const namesIn = (list: string) =>
  list
    .split(/[,，、;；]|\s(?:and|und|et|y|e|och|og|ja|i|a|и|та|ve)\s/u)
    .map((name) => key(name.replace(/[(（].*$/, '').trim()))
    .filter(Boolean)
