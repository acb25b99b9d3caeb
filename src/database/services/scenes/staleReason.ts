import type { Scene } from '@/payload-types'
import { sceneContentHash } from './sceneContentHash'

/** Why what was made from changed scenes is stale: put into `req.context.staleCause` by whoever changes many. */
export interface StaleCause {
  /** As it stands at the end of a sentence: `in the draft of 26 Nov`. */
  words: string
  /** The draft, by which its marks are found again. */
  draftId?: string
}

const day = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** Of a draft: `in the draft of 26 Nov`. */
export const ofDraft = (draftId: string, createdAt: string | Date): StaleCause => ({
  words: `in the draft of ${day(new Date(createdAt))}`,
  draftId,
})

export function staleCauseOf(context: Record<string, unknown> | undefined): StaleCause {
  const { staleCause } = context ?? {}
  return (staleCause as StaleCause | undefined) ?? { words: `on ${day(new Date())}` }
}

type Lines = Scene['dialogueLines']

const saidBy = (lines: Lines) =>
  new Map(
    (lines ?? []).map(({ id, cue, parenthetical, text }) => [
      String(id),
      JSON.stringify([cue ?? '', parenthetical ?? '', text]),
    ]),
  )

/** The ids of lines that say something else than before, or are new or gone. */
export function changedLineIds(before: Lines, after: Lines): Set<string> {
  const [old, now] = [saidBy(before), saidBy(after)]
  return new Set([...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id)))
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export const countOf = (count: number, noun: string): string =>
  `${NUMBERS[count] ?? count} ${noun}${count === 1 ? '' : 's'}`

/** What of a scene changed, in words: `the heading and two lines`. Empty where nothing that is drawn or spoken did. */
export function whatChanged(before: Scene, after: Scene): string {
  const parts: string[] = []
  if (before.heading !== after.heading) parts.push('the heading')
  else if ((before.timeOfDay ?? '') !== (after.timeOfDay ?? '')) parts.push('the time of day')
  if ((before.action ?? '') !== (after.action ?? '')) parts.push('the action')
  const lines = changedLineIds(before.dialogueLines, after.dialogueLines).size
  if (lines > 0) parts.push(countOf(lines, 'line'))
  const last = parts.pop()
  return parts.length === 0 ? (last ?? '') : `${parts.join(', ')} and ${last}`
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** `Scene 12: two lines changed in the draft of 26 Nov.` */
export const sceneStaleReason = (before: Scene, after: Scene, { words }: StaleCause): string =>
  `Scene ${after.sceneNumber}: ${whatChanged(before, after) || 'its text'} changed ${words}.`

/** Of a recording, whose line is known. */
export const lineStaleReason = (isSpeaker: boolean, { words }: StaleCause): string =>
  sentence(`${isSpeaker ? 'somebody else says it' : 'the words changed'}, ${words}.`)

/** Whether a change shows in every picture of a scene, or only where its lines are heard. */
export const isSeenEverywhere = (before: Scene, after: Scene): boolean => {
  const withoutLines = (scene: Scene) => sceneContentHash({ ...scene, dialogueLines: [] })
  return withoutLines(before) !== withoutLines(after)
}
