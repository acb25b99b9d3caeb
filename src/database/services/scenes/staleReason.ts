import type { Scene } from '@/payload-types'
import type { PageChange } from './pageChange'

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

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export const countOf = (count: number, noun: string): string =>
  `${NUMBERS[count] ?? count} ${noun}${count === 1 ? '' : 's'}`

/** What of a scene changed, in words: `the heading and two lines`. Empty where nothing that is drawn or spoken did. */
export function whatChanged({ isHeading, isTimeOfDay, isAction, lines }: PageChange): string {
  const parts: string[] = []
  if (isHeading) parts.push('the heading')
  else if (isTimeOfDay) parts.push('the time of day')
  if (isAction) parts.push('the action')
  if (lines.size > 0) parts.push(countOf(lines.size, 'line'))
  const last = parts.pop()
  return parts.length === 0 ? (last ?? '') : `${parts.join(', ')} and ${last}`
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** `Scene 12: two lines changed in the draft of 26 Nov.` */
export const sceneStaleReason = (
  { sceneNumber }: Pick<Scene, 'sceneNumber'>,
  change: PageChange,
  { words }: StaleCause,
): string => `Scene ${sceneNumber}: ${whatChanged(change) || 'its text'} changed ${words}.`

/** Of a recording, whose line is known. */
export const lineStaleReason = (isSpeaker: boolean, { words }: StaleCause): string =>
  sentence(`${isSpeaker ? 'somebody else says it' : 'the words changed'}, ${words}.`)
