import type { StoredScript } from './read-stored'
import { type NameChange, renameWords } from './rename-words'

export interface RenamedScript {
  /** The whole script, with the new name. */
  text: string
  /** How many lines say it. 0 where `text` is as it was. */
  lines: number
}

/**
 * A script in which somebody goes by another name: over their lines, in what is said and in what is done. The title page
 * stays, and so do headings: a place has a name of its own, also where it is called after somebody (NORA'S FLAT).
 */
export function renameInScript({ text, screenplay }: StoredScript, change: NameChange): RenamedScript {
  const isKept = new Set<number>()
  const keep = ({ start, end }: { start: number; end: number }) => {
    for (let line = start; line <= end; line += 1) isKept.add(line)
  }
  for (const { range } of screenplay.titlePage) keep(range)
  for (const { type, range } of screenplay.elements) if (type === 'scene-heading') keep(range)
  let lines = 0
  const renamed = text.split('\n').map((line, index) => {
    if (isKept.has(index + 1)) return line
    const next = renameWords(line, change)
    // Composing letters alone is no change.
    if (next === line.normalize('NFC')) return line
    lines += 1
    return next
  })
  return { text: lines === 0 ? text : renamed.join('\n'), lines }
}
