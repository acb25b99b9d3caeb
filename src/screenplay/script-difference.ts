import { diffInSteps, type diffScenes } from './diff'
import type { DiffableScene, SceneDiffEntry } from './diff-types'
import type { StoredScript } from './read-stored'
import { saysTheSame } from './says-the-same'
import { type ScriptBlock, type ScriptBlocks, scriptBlocks } from './script-blocks'
import { atOnce, eachInSteps, type Steps } from './steps'
import type { BreakdownScene } from './types'

/**
 * One word for the most that happened; the {@link DifferenceFlags} say the rest.
 * - `changed`: heading or text differ, whatever else happened
 * - `moved`: the same words elsewhere
 * - `renumbered`: the same words in the same place under another number that somebody typed. Numbers that are only
 *   counted shift with every scene before them: that is `isRenumbered` of an `unchanged` scene.
 * - `split`: one old scene is now several, one after the other; `joined`: several old ones are now one
 */
export type DifferenceStatus =
  | 'added'
  | 'removed'
  | 'moved'
  | 'renumbered'
  | 'split'
  | 'joined'
  | 'changed'
  | 'unchanged'

/** A scene that is not in the old text but may be in the new one: one that a person added to the episode. */
export interface OwnScene {
  sceneNumber: string
  heading: string
  /** Action and speech. */
  text: string
}

export interface DifferenceFlags {
  isMoved: boolean
  isRenumbered: boolean
  isHeadingChanged: boolean
  isTextChanged: boolean
  /** Only notes, sections, synopses, transitions or layout differ: nothing drawn or spoken is touched. */
  isOnlyMarginal: boolean
}

export interface DifferenceRow extends DifferenceFlags {
  /** `s12`: the twelfth scene of the old script; `n3`: the third of the new one, where there is no old one. */
  key: string
  status: DifferenceStatus
  /** Into the scenes of the old script; beyond them, into the own scenes. */
  oldIndex: number | null
  newIndex: number | null
  /** Keys of all rows of a split or a join, in order; else empty. */
  group: string[]
}

export interface ScriptDifference {
  old: { scenes: BreakdownScene[]; blocks: ScriptBlocks }
  new: { scenes: BreakdownScene[]; blocks: ScriptBlocks }
  /** Every scene once, in the new order; a removed one stands where it was before. */
  rows: DifferenceRow[]
  /**
   * Scenes by what happened to them; a split and a join are one each, however many scenes they are of. `moved` are all that
   * stand elsewhere: of those that are changed as well it says so, too.
   */
  counts: Record<DifferenceStatus, number>
  /** Whether title page and what else stands before the first scene differ. */
  isFrontChanged: boolean
}

const NO_SCRIPT: ScriptDifference['old'] = {
  scenes: [],
  blocks: { front: { range: { start: 1, end: 0 }, lines: [] }, scenes: [] },
}

export const diffableText = (scene: Pick<BreakdownScene, 'action' | 'lines'>): string =>
  [scene.action, ...scene.lines.flatMap((line) => [line.cue, line.parenthetical, line.text])].join('\n')

/** Spaces and line ends say nothing. */
const folded = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim()

/** A scene's text without its heading, which is compared by itself. */
const bodyOf = (block: ScriptBlock, scene: BreakdownScene): string =>
  folded(block.lines.filter((_, index) => block.range.start + index !== scene.range.start))

/**
 * Compares two drafts of a script scene by scene: what {@link diffScenes} finds, and beyond it scenes that were split,
 * joined or numbered anew, and words that are shown nowhere (notes, sections).
 *
 * @param own scenes that people added beside the script: one that the new script has is that scene, all others stay
 * out of the difference
 * @param run takes the steps. @default all at once
 */
export function compareScripts(
  before: StoredScript | null,
  after: StoredScript,
  own?: readonly OwnScene[],
): ScriptDifference
export function compareScripts<Found>(
  before: StoredScript | null,
  after: StoredScript,
  own: readonly OwnScene[],
  run: (steps: Steps<ScriptDifference>) => Found,
): Found
export function compareScripts(
  before: StoredScript | null,
  after: StoredScript,
  own: readonly OwnScene[] = [],
  run: (steps: Steps<ScriptDifference>) => unknown = atOnce,
) {
  return run(compareInSteps(before, after, own))
}

function* compareInSteps(
  before: StoredScript | null,
  after: StoredScript,
  own: readonly OwnScene[],
): Steps<ScriptDifference> {
  const old = before ? { scenes: before.breakdown.scenes, blocks: scriptBlocks(before) } : NO_SCRIPT
  yield
  const now = { scenes: after.breakdown.scenes, blocks: scriptBlocks(after) }
  yield
  const diff = yield* diffInSteps(
    [...old.scenes.map(diffable), ...own.map((scene): DiffableScene => ({ key: '', ...scene }))],
    now.scenes.map(diffable),
  )
  const keyOf = (entry: { oldIndex: number | null; newIndex: number | null }): string =>
    entry.oldIndex === null ? `n${(entry.newIndex as number) + 1}` : `s${entry.oldIndex + 1}`
  const groups = groupsByKey(diff, keyOf)
  yield
  const entries = diff.entries.filter(
    ({ oldIndex, newIndex }) => newIndex !== null || (oldIndex as number) < old.scenes.length,
  )
  const rows = yield* eachInSteps(entries, (entry) => rowOf(entry, old, now, keyOf(entry), groups))
  const counts = countRows(rows)
  const isFrontChanged = folded(old.blocks.front.lines) !== folded(now.blocks.front.lines)
  return { old, new: now, rows, counts, isFrontChanged }
}

function countRows(rows: readonly DifferenceRow[]): ScriptDifference['counts'] {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as ScriptDifference['counts']
  for (const { key, status, group } of rows) {
    const isCounted = group.length === 0 || group[0] === key
    if (status === 'moved' || !isCounted) continue
    counts[status] += 1
  }
  counts.moved = rows.filter(({ isMoved }) => isMoved).length
  return counts
}

const STATUSES: DifferenceStatus[] = [
  'added',
  'removed',
  'moved',
  'renumbered',
  'split',
  'joined',
  'changed',
  'unchanged',
]

const diffable = (scene: BreakdownScene): DiffableScene => ({
  key: scene.sceneNumber,
  sceneNumber: scene.sceneNumber,
  heading: scene.heading,
  text: diffableText(scene),
  hasTypedNumber: scene.hasTypedNumber,
})

const NO_FLAGS: DifferenceFlags = {
  isMoved: false,
  isRenumbered: false,
  isHeadingChanged: false,
  isTextChanged: false,
  isOnlyMarginal: false,
}

type Groups = Map<string, { status: 'split' | 'joined'; keys: string[] }>

function groupsByKey(
  { entries, groups }: ReturnType<typeof diffScenes>,
  keyOf: (entry: { oldIndex: number | null; newIndex: number | null }) => string,
): Groups {
  const ofOld = new Map(entries.map((entry) => [entry.oldIndex, keyOf(entry)]))
  const ofNew = new Map(entries.map((entry) => [entry.newIndex, keyOf(entry)]))
  const found: Groups = new Map()
  const note = (status: 'split' | 'joined', keys: string[]) => {
    // A scene cannot be both at once for a person who looks at it: what was found first stands.
    if (keys.some((key) => found.has(key))) return
    for (const key of keys) found.set(key, { status, keys })
  }
  for (const parts of groups.splits.values())
    note(
      'split',
      parts.map((index) => ofNew.get(index) as string),
    )
  for (const parts of groups.joins.values())
    note(
      'joined',
      parts.map((index) => ofOld.get(index) as string),
    )
  return found
}

function rowOf(
  entry: SceneDiffEntry<DiffableScene, DiffableScene>,
  old: ScriptDifference['old'],
  now: ScriptDifference['new'],
  key: string,
  groups: Groups,
): DifferenceRow {
  const group = groups.get(key)
  const { oldIndex, newIndex } = entry
  const common = { key, oldIndex, newIndex, group: group?.keys ?? [] }
  if (oldIndex === null || newIndex === null)
    return { ...common, ...NO_FLAGS, status: group?.status ?? (oldIndex === null ? 'added' : 'removed') }
  const after = now.scenes[newIndex] as BreakdownScene
  const before = old.scenes[oldIndex]
  // A person's own scene has no text in the old script.
  const block = old.blocks.scenes[oldIndex]
  const isMoved = 'isMoved' in entry && entry.isMoved && block !== undefined
  const isRenumbered = entry.old?.sceneNumber !== after.sceneNumber
  const isHeadingChanged = entry.old?.heading !== after.heading
  const isTextChanged =
    !before || !block || bodyOf(block, before) !== bodyOf(now.blocks.scenes[newIndex] as ScriptBlock, after)
  const isOnlyMarginal =
    isTextChanged && !isHeadingChanged && before !== undefined && saysTheSame(before, after)
  const isNumberTyped = isRenumbered && (before?.hasTypedNumber || after.hasTypedNumber)
  const status =
    group?.status ??
    (isHeadingChanged || isTextChanged
      ? 'changed'
      : isMoved
        ? 'moved'
        : isNumberTyped
          ? 'renumbered'
          : 'unchanged')
  const flags = { isMoved, isRenumbered, isHeadingChanged, isTextChanged, isOnlyMarginal }
  return { ...common, ...flags, status }
}
