import { relationId, relationIds } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { mergeLines } from './mergeLines'
import type { LineRow } from './sceneRow'

type Row = Record<string, unknown>

/** What people may have changed as well, and what a message calls it. */
export const SHARED = {
  sceneNumber: 'the number',
  order: 'the place in the episode',
  sections: 'act and sequence',
  heading: 'the heading',
  interiorExterior: 'interior or exterior',
  location: 'the location',
  timeOfDay: 'the time of day',
  timeModifiers: 'what stands beside the time',
  isOmitted: 'whether it is omitted',
  action: 'the action',
  notes: 'the notes',
} as const

/** What a heading says in one: where a person's heading stays, these stay with it. */
const IN_HEADING = ['interiorExterior', 'location', 'timeOfDay', 'timeModifiers', 'isOmitted']

/** Counted from the page: the script's, wherever it changed. */
const COUNTED = ['pageEighths', 'estimatedDuration']

/** A value as it is compared: nothing, an empty text and an empty list alike. */
const plain = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'null' : JSON.stringify(value)
  return JSON.stringify(typeof value === 'object' ? relationId(value) : value)
}
const isSame = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

/** Page order without line numbers, which shift with every line above. */
const beatsOf = (row: Row): unknown =>
  ((row.beats ?? []) as Row[]).map(({ type, text, lineId }) => [type, text ?? lineId])

/**
 * The row that a scene was made from, where the import that wrote it was cut off: its words, its number and its place
 * may be from one script each. What one of the two has is nobody's choice.
 */
export function madeFromEither(stored: Scene, imported: Row, other: Row): Row {
  const own = stored as unknown as Row
  const fields = [...Object.keys(SHARED), ...COUNTED].filter(
    (field) => !isSame(own[field], imported[field]) && isSame(own[field], other[field]),
  )
  return { ...imported, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
}

export interface MergedScene {
  /** What is to be written; empty where all is as it should be. */
  data: Row
  /** What a person and the script both changed, in words. The person's stays. */
  conflicts: string[]
}

/**
 * What an import changes in a scene: what the script changed since the last import and no person did. `imported` is
 * the scene as the last import's script has it, `next` as the new one does; both with the ids of the stored lines.
 *
 * @param isGone whether the page named somebody who is in the scene, and does not any more: who was read out of it has
 *   left with the name
 * @param isNamed whether the page's action names somebody: they are in the scene, also where they speak no more
 */
export function mergeScene(
  stored: Scene,
  imported: Row,
  next: Row,
  isGone: (characterId: string) => boolean = () => false,
  isNamed: (characterId: string) => boolean = () => false,
): MergedScene {
  const own = stored as unknown as Row
  const data: Row = {}
  const conflicts: string[] = []
  for (const [field, name] of Object.entries(SHARED)) {
    if (isSame(imported[field], next[field]) || isSame(own[field], next[field])) continue
    const isOfHeading = IN_HEADING.includes(field) && conflicts.includes(SHARED.heading)
    if (isSame(own[field], imported[field])) {
      if (!isOfHeading) data[field] = next[field]
    } else if (!isOfHeading) conflicts.push(name)
  }
  for (const field of COUNTED)
    if (!isSame(imported[field], next[field]) && !isSame(own[field], next[field])) data[field] = next[field]

  const [before, after] = [relationIds(imported.characters), relationIds(next.characters)]
  const people = relationIds(stored.characters)
  const cast = [
    ...people.filter((id) => after.includes(id) || (before.includes(id) ? isNamed(id) : !isGone(id))),
    ...after.filter((id) => !before.includes(id) && !people.includes(id)),
  ]
  if (!isSame(cast, people)) data.characters = cast

  const lines = stored.dialogueLines ?? []
  const spoken = mergeLines(lines, imported.dialogueLines as LineRow[], next.dialogueLines as LineRow[])
  conflicts.push(...spoken.conflicts)
  if (spoken.lines.length !== lines.length || spoken.lines.some((line, index) => line !== lines[index]))
    data.dialogueLines = spoken.lines

  const isActionOurs = isSame(own.action, imported.action) || isSame(own.action, next.action)
  if (isActionOurs && JSON.stringify(beatsOf(imported)) !== JSON.stringify(beatsOf(next)))
    data.beats = next.beats
  // Where in the file it stands is only worth a change together with another.
  if (Object.keys(data).length > 0) data.sourceRange = next.sourceRange
  return { data, conflicts }
}
