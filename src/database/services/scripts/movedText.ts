import { groupedBy } from '@/lib/groupedBy'
import { relationId } from '@/lib/ids'
import type { Scene } from '@/payload-types'
import { atOnce, eachInSteps, type Steps } from '@/screenplay'
import { AS_WRITTEN, type OneName } from '../names/oneName'
import type { MovedText } from '../scenes/pageChange'
import { scenePage } from '../scenes/sceneCoverage'
import type { LineRow } from './sceneRow'

type Row = Record<string, unknown>
export type StoredLine = NonNullable<Scene['dialogueLines']>[number]
export type AnyLine = StoredLine | LineRow

/** What is to become of an episode's scenes; see ScenePlan. */
export interface PlannedScenes {
  stays: Array<{ stored: Scene; data: Row }>
  fresh: Array<{ row: Row }>
  /** Into the trash. */
  gone: readonly Scene[]
}

/** What a line is known by in another scene: the same words, said alike, by the same speaker (see soundsTheSame). */
export const soundKey = ({ text, parenthetical, character }: AnyLine): string =>
  JSON.stringify([text, parenthetical ?? '', relationId(character)])

/** Which of `came` is which of `lost`, each once, in order. @returns new id → old line */
export function sameAmong<Lost extends AnyLine>(
  lost: readonly Lost[],
  came: readonly AnyLine[],
): Map<string, Lost> {
  // Last first, so that the first of many alike is taken from the end.
  const free = groupedBy([...lost].reverse(), soundKey)
  const found = new Map<string, Lost>()
  for (const line of came) {
    const old = free.get(soundKey(line))?.pop()
    if (old) found.set(String(line.id), old)
  }
  return found
}

const linesOf = ({ dialogueLines }: { dialogueLines?: unknown }) => (dialogueLines ?? []) as AnyLine[]
const without = (lines: AnyLine[], others: AnyLine[]): AnyLine[] => {
  const known = new Set(others.map(({ id }) => id))
  return lines.filter(({ id }) => !known.has(id))
}

/** Texts of which the others have the same, whatever somebody is called in it. */
function* inBoth(texts: ReadonlySet<string>, others: ReadonlySet<string>, name: OneName): Steps<string[]> {
  // Most scripts only grow or shrink: names need not be looked for in all of them.
  if (texts.size === 0 || others.size === 0) return []
  const same = new Set(yield* eachInSteps([...others], name))
  const all = yield* eachInSteps([...texts], (text) => (same.has(name(text)) ? [text] : []))
  return all.flat()
}

/**
 * Text that one scene loses and another one gets: a scene is split, two become one, or paragraphs were cut and pasted.
 *
 * @param name by which a paragraph with somebody's one name is the same as with another
 * @param run takes the steps. @default all at once
 */
export function movedText(scenes: PlannedScenes, name?: OneName): MovedText
export function movedText<Found>(
  scenes: PlannedScenes,
  name: OneName,
  run: (steps: Steps<MovedText>) => Found,
): Found
export function movedText(
  scenes: PlannedScenes,
  name: OneName = AS_WRITTEN,
  run: (steps: Steps<MovedText>) => unknown = atOnce,
) {
  return run(movedInSteps(scenes, name))
}

function* movedInSteps({ stays, fresh, gone }: PlannedScenes, name: OneName): Steps<MovedText> {
  const changes = [
    ...stays.map(({ stored, data }) => ({ before: stored, after: { ...stored, ...data } as Scene })),
    ...gone.map((before) => ({ before, after: {} as Scene })),
    ...fresh.map(({ row }) => ({ before: {} as Scene, after: row as unknown as Scene })),
  ]
  const lost: AnyLine[] = []
  const came: AnyLine[] = []
  const [left, entered] = [new Set<string>(), new Set<string>()]
  for (const { before, after } of changes) {
    lost.push(...without(linesOf(before), linesOf(after)))
    came.push(...without(linesOf(after), linesOf(before)))
    const [was, is] = [new Set(scenePage(before).action), new Set(scenePage(after).action)]
    for (const text of was) if (!is.has(text)) left.add(text)
    for (const text of is) if (!was.has(text)) entered.add(text)
    yield
  }
  const same = sameAmong(lost, came)
  yield
  const [gives, takes] = [yield* inBoth(left, entered, name), yield* inBoth(entered, left, name)]
  return {
    lines: new Map([...same].map(([newId, { id }]) => [String(id), newId])),
    action: new Set([...gives, ...takes]),
  }
}
