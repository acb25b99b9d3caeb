import type { DraftEffects, DraftFront, DraftScene, DraftSceneSide, WordChange } from '@/contracts'
import { turns } from '@/lib/giveWay'
import { inTurns } from '@/lib/inTurns'
import {
  type DifferenceRow,
  FRONT,
  type MovedOfRow,
  type MovedPassage,
  movedPassages,
  type ScriptDifference,
  textOfRow,
} from '@/screenplay'
import { type MovedPart, wordChanges } from './words'

/** Scenes whose words are given at once, and characters that they may have together: then one is asked for each. */
const MAX_WITH_WORDS = 400
const MAX_CHARACTERS = 1_000_000

export const NO_EFFECTS: DraftEffects = {
  shots: 0,
  panels: 0,
  panelsStale: 0,
  shotsOut: 0,
  approved: 0,
  approvedGone: 0,
  locked: 0,
  recordings: 0,
  recordingsStale: 0,
  voicesStale: 0,
  isTrashed: false,
  messages: [],
}

export interface Presented {
  difference: ScriptDifference
  /** The stored scene of a row before and after; null where there is none. */
  sceneIds(row: DifferenceRow): { old: string | null; new: string | null }
  effectsOf(row: DifferenceRow): DraftEffects
}

type Sides = { old: DraftSceneSide | null; new: DraftSceneSide | null }

function sidesOf({ difference, sceneIds }: Presented, row: DifferenceRow): Sides {
  const ids = sceneIds(row)
  const side = (which: 'old' | 'new', index: number | null): DraftSceneSide | null => {
    const scene = index === null ? undefined : difference[which].scenes[index]
    const block = index === null ? undefined : difference[which].blocks.scenes[index]
    if (!scene || !block) return null
    return {
      sceneId: ids[which],
      sceneNumber: scene.sceneNumber,
      heading: scene.heading,
      text: textOfRow(difference, row, which),
      range: block.range,
    }
  }
  return { old: side('old', row.oldIndex), new: side('new', row.newIndex) }
}

function sceneWith(
  presented: Presented,
  row: DifferenceRow,
  sides: Sides,
  words: DraftScene['words'],
): DraftScene {
  return {
    key: row.key,
    status: row.status,
    flags: {
      isMoved: row.isMoved,
      isRenumbered: row.isRenumbered,
      isHeadingChanged: row.isHeadingChanged,
      isTextChanged: row.isTextChanged,
      isOnlyMarginal: row.isOnlyMarginal,
    },
    ...sides,
    group: row.group,
    words,
    effects: presented.effectsOf(row),
  }
}

/** What was marked by word and what moved, for as long as its difference is kept. */
const kept = new WeakMap<ScriptDifference, Promise<Marked>>()

interface Marked {
  words: Map<string, WordChange[]>
  moved: ReadonlyMap<string, MovedOfRow>
  rows: ReadonlyMap<string, DifferenceRow>
}

const marking = async (difference: ScriptDifference): Promise<Marked> => ({
  words: new Map(),
  moved: await movedPassages(difference, (steps) => inTurns(steps)),
  rows: new Map(difference.rows.map((row) => [row.key, row])),
})

function markedOf(difference: ScriptDifference): Promise<Marked> {
  const known = kept.get(difference)
  if (known) return known
  const marked = marking(difference)
  marked.catch(() => kept.delete(difference))
  kept.set(difference, marked)
  return marked
}

function wordsOf(
  { difference }: Presented,
  { key }: DifferenceRow,
  { old, new: now }: Sides,
  marked: Marked,
): WordChange[] {
  const { lost = [], came = [] } = marked.moved.get(key) ?? {}
  const parts = {
    lost: partsOf(difference, marked, lost, 'new'),
    came: partsOf(difference, marked, came, 'old'),
  }
  const changes = marked.words.get(key) ?? wordChanges(old?.text ?? '', now?.text ?? '', parts)
  marked.words.set(key, changes)
  return changes
}

/** Passages with the scene that they are in on the other side. */
const partsOf = (
  difference: ScriptDifference,
  { rows }: Marked,
  passages: readonly MovedPassage[],
  side: 'old' | 'new',
): MovedPart[] =>
  passages.flatMap(({ start, end, key, other }) => {
    const row = rows.get(key)
    const index = side === 'old' ? row?.oldIndex : row?.newIndex
    const scene = difference[side].scenes[index ?? -1]
    if (!scene) return []
    return [{ start, end, other, moved: { key, sceneNumber: scene.sceneNumber, heading: scene.heading } }]
  })

/** One row with its texts and words. */
export async function presentScene(presented: Presented, row: DifferenceRow): Promise<DraftScene> {
  const sides = sidesOf(presented, row)
  return sceneWith(
    presented,
    row,
    sides,
    wordsOf(presented, row, sides, await markedOf(presented.difference)),
  )
}

const withoutText = (side: DraftSceneSide | null) => side && { ...side, text: null }

/** Every row in order; texts and words of those that changed. A season has thousands: others have their turns in between. */
export async function presentScenes(presented: Presented): Promise<DraftScene[]> {
  const marked = await markedOf(presented.difference)
  const turn = turns()
  const shown: DraftScene[] = []
  let scenes = 0
  let characters = 0
  for (const row of presented.difference.rows) {
    await turn()
    const sides = sidesOf(presented, row)
    if (row.status === 'unchanged') {
      const withoutTexts = { old: withoutText(sides.old), new: withoutText(sides.new) }
      shown.push(sceneWith(presented, row, withoutTexts, null))
      continue
    }
    scenes += 1
    characters += (sides.old?.text?.length ?? 0) + (sides.new?.text?.length ?? 0)
    const isShort = scenes <= MAX_WITH_WORDS && characters <= MAX_CHARACTERS
    shown.push(sceneWith(presented, row, sides, isShort ? wordsOf(presented, row, sides, marked) : null))
  }
  return shown
}

export function presentFront(difference: ScriptDifference): DraftFront | null {
  if (!difference.isFrontChanged) return null
  const [before, after] = [difference.old, difference.new].map(({ blocks }) =>
    blocks.front.lines.join('\n').trim(),
  )
  const [old, now] = [before ?? '', after ?? '']
  return { key: FRONT, old, new: now, words: wordChanges(old, now) }
}
