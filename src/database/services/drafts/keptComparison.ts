import { createHash } from 'node:crypto'
import { freezing } from '@/lib/freezing'
import { inTurns } from '@/lib/inTurns'
import { compareScripts, type OwnScene, type ScriptDifference, type StoredScript } from '@/screenplay'

type Comparisons = Map<string, Promise<ScriptDifference>>

/** In the place of a script where an episode has none. */
const NONE = {}
/** Own scenes differ with what people do in an episode; beyond these the first is let go. */
const MAX_OF_PAIR = 4
/**
 * By the two readings, which are kept for a while (see readStoredApart): a comparison goes when either of them does. By
 * the objects and not by their texts: what was read from a file may know more than its text says.
 */
const kept = new WeakMap<object, WeakMap<object, Comparisons>>()

function comparisonsOf(before: StoredScript | null, after: StoredScript): Comparisons {
  const ofBefore = kept.get(before ?? NONE) ?? new WeakMap<object, Comparisons>()
  kept.set(before ?? NONE, ofBefore)
  const comparisons: Comparisons = ofBefore.get(after) ?? new Map()
  ofBefore.set(after, comparisons)
  return comparisons
}

const compared = async (
  before: StoredScript | null,
  after: StoredScript,
  own: readonly OwnScene[],
): Promise<ScriptDifference> => inTurns(freezing(await compareScripts(before, after, own, inTurns)))

/**
 * `compareScripts`, once for the same two readings with the same own scenes, and giving way in between. What it gives
 * nobody can change.
 */
export function keptComparison(
  before: StoredScript | null,
  after: StoredScript,
  own: readonly OwnScene[] = [],
): Promise<ScriptDifference> {
  const comparisons = comparisonsOf(before, after)
  const key = createHash('sha256')
    .update(JSON.stringify(own.map(({ sceneNumber, heading, text }) => [sceneNumber, heading, text])))
    .digest('base64')
  const known = comparisons.get(key)
  if (known) return known
  const difference = compared(before, after, own)
  difference.catch(() => comparisons.delete(key))
  const [first] = comparisons.keys()
  if (first !== undefined && comparisons.size >= MAX_OF_PAIR) comparisons.delete(first)
  comparisons.set(key, difference)
  return difference
}
