import { type ShotDraft, spokenMs } from './draft'

/** What a shot without lines should have at least, and would like, in milliseconds. */
export const MINIMUM_MS = 1_000
const COMFORTABLE_MS = 1_800

/**
 * Leaves as many shots as the scene has time for. First reactions nobody asked for go, the weakest
 * first; then shots without lines are joined to their neighbours, so that what the script says stays
 * in a description.
 *
 * @param totalMs the scene's length; speech is taken from it first
 */
export function fitToTime(drafts: readonly ShotDraft[], totalMs: number): ShotDraft[] {
  const free = totalMs - drafts.reduce((sum, shot) => sum + heldMs(shot), 0)
  const silent = drafts.filter((shot) => shot.lines.length === 0)
  let surplus = silent.length - Math.max(0, Math.floor(free / COMFORTABLE_MS))
  if (surplus <= 0) return [...drafts]

  const dropped = new Set(
    silent
      .filter((shot) => shot.isOptional)
      .sort((a, b) => a.confidence * a.intensity - b.confidence * b.intensity)
      .slice(0, surplus),
  )
  const kept = drafts.filter((shot) => !dropped.has(shot))
  surplus = kept.filter((shot) => shot.lines.length === 0).length - Math.max(0, Math.floor(free / MINIMUM_MS))
  return surplus > 0 ? joinSilent(kept, surplus) : kept
}

/** Time a shot with lines takes in any case. */
function heldMs(shot: ShotDraft): number {
  return shot.lines.length === 0 ? 0 : Math.max(MINIMUM_MS, spokenMs(shot.lines))
}

/**
 * Joins `count` silent shots into the shot after them (into the one before, at the end), as far as they are
 * not entries of a list. Where an
 * establishing shot has no time of its own, the shot that takes it in establishes.
 */
function joinSilent(drafts: ShotDraft[], count: number): ShotDraft[] {
  const joined: ShotDraft[] = []
  let left = count
  // Establishing shots are the last to go, so the passes run from the end of the scene to its start.
  for (const shot of [...drafts].reverse()) {
    const next = joined.at(-1)
    if (left > 0 && shot.lines.length === 0 && next && shot.entry === next.entry) {
      joined[joined.length - 1] = join(shot, next)
      left -= 1
      continue
    }
    joined.push({ ...shot })
  }
  joined.reverse()
  const [, ...others] = joined
  const before = joined.at(-2)
  const last = joined.at(-1)
  if (
    left > 0 &&
    others.length > 0 &&
    before &&
    last &&
    last.lines.length === 0 &&
    last.entry === before.entry
  ) {
    joined.splice(-2, 2, join(last, before, 'after'))
  }
  return joined
}

function join(silent: ShotDraft, into: ShotDraft, order: 'before' | 'after' = 'before'): ShotDraft {
  const isPlace = silent.purpose === 'establishing'
  const texts = order === 'before' ? [silent.text, into.text] : [into.text, silent.text]
  return {
    ...into,
    text: texts.filter(Boolean).join(' '),
    action: [
      ...new Set(
        order === 'before' ? [...silent.action, ...into.action] : [...into.action, ...silent.action],
      ),
    ],
    characters:
      into.lines.length > 0 ? into.characters : [...new Set([...silent.characters, ...into.characters])],
    kind: isPlace ? 'establishing' : into.kind,
    purpose: isPlace ? 'establishing' : into.purpose,
    weight: Math.min(3, into.weight + silent.weight * 0.5),
    intensity: Math.max(silent.intensity, into.intensity),
    confidence: Math.min(silent.confidence, into.confidence) * 0.9,
    isOptional: false,
  }
}
