import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import type { LineRow } from './sceneRow'

export type StoredLine = NonNullable<Scene['dialogueLines']>[number]
type AnyLine = Pick<StoredLine, 'cue' | 'parenthetical' | 'text' | 'character'>

const saysTheSame = (a: AnyLine, b: AnyLine): boolean =>
  a.text === b.text &&
  (a.cue ?? '') === (b.cue ?? '') &&
  (a.parenthetical ?? '') === (b.parenthetical ?? '') &&
  relationId(a.character) === relationId(b.character)

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/**
 * The lines of a scene after an import, from those that are there, those of the last import and those of the new
 * script. What only a person or only the script changed is taken; where both did, the person's stays. Lines are
 * known by their ids, which `imported` has from `stored` and `next` from `imported` (see sceneRow).
 *
 * @returns the lines in order, and what both changed, in words.
 */
export function mergeLines(
  stored: StoredLine[],
  imported: LineRow[],
  next: LineRow[],
): { lines: Array<StoredLine | LineRow>; conflicts: string[] } {
  const conflicts: string[] = []
  const storedById = new Map(stored.map((line) => [String(line.id), line]))
  const importedById = new Map(imported.map((line) => [line.id, line]))
  const nextById = new Map(next.map((line) => [line.id, line]))
  const conflict = (line: AnyLine) => conflicts.push(`the line “${excerpt(line.text)}”`)

  const merged = new Map<string, StoredLine | LineRow>()
  for (const line of next) {
    const before = importedById.get(line.id)
    const own = storedById.get(line.id)
    const isSame = before !== undefined && saysTheSame(before, line)
    if (!before) {
      // A person may have added the very line that the script now has.
      const same = stored.find((each) => !importedById.has(String(each.id)) && saysTheSame(each, line))
      if (same && !merged.has(String(same.id))) merged.set(String(same.id), same)
      else merged.set(line.id, line)
    }
    // A person took it out: so it stays, whatever the script makes of it.
    else if (!own) isSame || conflict(line)
    else if (isSame) merged.set(line.id, own)
    else if (saysTheSame(own, before)) merged.set(line.id, line)
    else {
      merged.set(line.id, own)
      if (!saysTheSame(own, line)) conflict(own)
    }
  }
  // What people added stays behind the line that it stood behind; so does what they changed and the script dropped.
  const kept = stored.filter((own) => {
    const before = importedById.get(String(own.id))
    if (nextById.has(String(own.id)) || merged.has(String(own.id))) return false
    if (before && saysTheSame(own, before)) return false
    if (before) conflict(own)
    return true
  })
  const isSameOrder = imported.map(({ id }) => id).join() === next.map(({ id }) => id).join()
  const order = isSameOrder ? stored.map(({ id }) => String(id)) : [...merged.keys()]
  const lines = order.flatMap((id) => merged.get(id) ?? [])
  for (const own of kept) {
    const place = stored.indexOf(own)
    const previous = place > 0 ? String(stored[place - 1]?.id) : null
    const after = lines.findIndex((line) => String(line.id) === previous)
    lines.splice(previous === null ? 0 : after === -1 ? lines.length : after + 1, 0, own)
  }
  return { lines, conflicts }
}
