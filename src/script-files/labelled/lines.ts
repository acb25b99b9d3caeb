import { extensionMeaning } from '@/screenplay'
import { LABELS } from './words'

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

/** `DEV V.O.: words`: what is in brackets elsewhere, told from the end of a sentence by its dots. */
const BARE =
  /^([^:：()（）[\]{}<>"“”!?.,;|=/\\]{1,40}?)[\s,]{1,3}(\p{L}(?:\s?[./]\s?\p{L}){1,3}\.?)\s{0,3}[:：](?!\/\/)\s*(.*)$/u

/** Marks that Markdown puts around a label, and bullets before it. */
export function withoutMarkdown(line: string): string {
  const bare = line.replace(/^(?:#{1,6}\s+|[-*•]\s+)/, '')
  const [, mark, label, rest] = /^(\*\*|__)(.{1,80}?)\1(.*)$/.exec(bare) ?? []
  return mark ? `${label}${rest}` : bare
}

export function readLabelled(line: string): Labelled | null {
  const [, name, bracket, value] = LINE.exec(line) ?? bareExtension(line) ?? []
  if (!name || value === undefined) return null
  const trimmed = name.trim()
  return trimmed === '' || !/^[\p{L}\p{N}]/u.test(trimmed)
    ? null
    : { name: trimmed, bracket: bracket?.trim() ?? null, value: value.trim() }
}

function bareExtension(line: string): RegExpExecArray | null {
  const found = BARE.exec(line)
  return found && extensionMeaning(found[2] as string) ? found : null
}

export const labelOf = (name: string) => LABELS.get(name.toLowerCase().replace(/\s+/g, ' '))

export const key = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').normalize('NFC')

/** The names of a list in one line. */
export const namesIn = (list: string) =>
  list
    .split(/[,，、;；]|\s(?:and|und|et|y|e|och|og|ja|i|a|и|та|ve)\s/u)
    .map((name) => key(name.replace(/[(（].*$/, '').trim()))
    .filter(Boolean)
