import type { DraftEffects, DraftScene, DraftStatus } from '@/contracts'
import { plural } from '../lib/format'
import type { Tone } from '../ui/Badge'

export const STATUS_WORDS: Record<DraftStatus, string> = {
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  renumbered: 'Renumbered',
  split: 'Split',
  joined: 'Joined',
  changed: 'Changed',
  unchanged: 'Unchanged',
}

export const STATUS_TONES: Record<DraftStatus, Tone> = {
  added: 'approved',
  removed: 'danger',
  moved: 'review',
  renumbered: 'review',
  split: 'locked',
  joined: 'locked',
  changed: 'warn',
  unchanged: 'neutral',
}

/** In the order that a reader asks for. */
export const STATUSES: DraftStatus[] = [
  'added',
  'removed',
  'changed',
  'moved',
  'split',
  'joined',
  'renumbered',
  'unchanged',
]

/** `3 added, 1 removed, 2 moved; 40 unchanged.` */
export function summaryOf(counts: Record<DraftStatus, number>): string {
  const parts = STATUSES.filter((status) => status !== 'unchanged' && counts[status] > 0).map(
    (status) => `${counts[status].toLocaleString('en')} ${STATUS_WORDS[status].toLowerCase()}`,
  )
  const same = counts.unchanged > 0 ? `${plural(counts.unchanged, 'scene')} unchanged` : ''
  if (parts.length === 0) return same ? `No scene differs; ${same}.` : 'No scene differs.'
  return `${parts.join(', ')}${same ? `; ${same}` : ''}.`
}

/** `12 → 14`, `12`, or the one there is. */
export function numbersOf({ old, new: next }: DraftScene): string {
  if (old && next && old.sceneNumber !== next.sceneNumber) return `${old.sceneNumber} → ${next.sceneNumber}`
  return (next ?? old)?.sceneNumber ?? ''
}

const COUNTED = ['panelsStale', 'shotsOut', 'approved', 'locked', 'recordingsStale'] as const

/** Whether accepting a row costs work that was done, or asks for it again. */
export const isCostly = (effects: DraftEffects): boolean =>
  (effects.isTrashed && effects.shots + effects.panels + effects.recordings > 0) ||
  COUNTED.some((kind) => effects[kind] > 0)

/** A scene with something locked cannot go. */
export const isBarred = ({ isTrashed, locked }: DraftEffects): boolean => isTrashed && locked > 0

/** `1 recording`, `3 generated voices`. */
const soundsOf = (scenes: readonly DraftScene[]): string[] => {
  const voices = scenes.reduce((total, { effects }) => total + effects.voicesStale, 0)
  const recordings = scenes.reduce((total, { effects }) => total + effects.recordingsStale, 0) - voices
  return [
    ...(recordings > 0 ? [plural(recordings, 'recording')] : []),
    ...(voices > 0 ? [plural(voices, 'generated voice')] : []),
  ]
}

const listed = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')

/** `1 scene to the trash with 1 approval, 1 recording and 3 generated voices`; empty where none goes. */
function goneOf(scenes: readonly DraftScene[]): string {
  const gone = scenes.filter(({ effects }) => effects.isTrashed)
  if (gone.length === 0) return ''
  const approved = gone.reduce((total, { effects }) => total + effects.approvedGone, 0)
  const along = [...(approved > 0 ? [plural(approved, 'approval')] : []), ...soundsOf(gone)]
  const trashed = `${plural(gone.length, 'scene')} to the trash`
  return along.length > 0 ? `${trashed} with ${listed(along)}` : trashed
}

/** What all of these together come to; empty where they cost nothing. */
export function costOf(scenes: DraftScene[]): string {
  const sum = (of: (effects: DraftEffects) => number) =>
    scenes.reduce((total, { effects }) => total + of(effects), 0)
  const stale = sum(({ panelsStale }) => panelsStale)
  const out = sum(({ shotsOut }) => shotsOut)
  // What goes into the trash with its scene is nothing to look at again.
  const approved = sum(
    (effects) => effects.approved - effects.approvedGone + (effects.isTrashed ? 0 : effects.locked),
  )
  const sounds = soundsOf(scenes.filter(({ effects }) => !effects.isTrashed))
  return [
    goneOf(scenes),
    stale > 0 && `${plural(stale, 'panel')} out of date`,
    out > 0 && `${plural(out, 'shot')} taken out`,
    approved > 0 && `${plural(approved, 'approval')} to look at again`,
    sounds.length > 0 && `${listed(sounds)} out of date`,
  ]
    .filter(Boolean)
    .join(', ')
}
