import type { Scene } from '@/payload-types'
import { AS_WRITTEN, type OneName } from '../names/oneName'
import { scenePage } from './sceneCoverage'

type Lines = Scene['dialogueLines']

/** What of a scene's page is another than before, as far as pictures show it. */
export interface PageChange {
  /** The heading or the time of day: every picture of the scene shows where and when it is. */
  isHeading: boolean
  isTimeOfDay: boolean
  /** Paragraphs of action have come, or are gone. Those that only stand elsewhere are the same. */
  isAction: boolean
  /** Whether a paragraph was on the page and is not any more. */
  isGone(paragraph: string): boolean
  /** The ids of lines that say something else than before, or are new or gone. */
  lines: ReadonlySet<string>
}

/** Text that moved from one scene into another: what it shows is as it was, and its shots go there (see moveShotsWithText). */
export interface MovedText {
  /** Of lines, by the ids that they had, those that they have. */
  lines: ReadonlyMap<string, string>
  /** Paragraphs. */
  action: ReadonlySet<string>
}

/** Put into `req.context.movedText` by whoever changes many scenes. */
export const movedTextOf = (context: Record<string, unknown> | undefined): MovedText | undefined =>
  context?.movedText as MovedText | undefined

function saidBy(lines: Lines, name: OneName): Map<string, string> {
  const said = (text: string | null | undefined) => name(text ?? '')
  return new Map(
    (lines ?? []).map(({ id, cue, parenthetical, text }) => [
      String(id),
      JSON.stringify([said(cue), said(parenthetical), said(text)]),
    ]),
  )
}

function changedLines(before: Lines, after: Lines, name: OneName): Set<string> {
  const changed = (these: Lines, those: Lines, as: OneName) => {
    const [old, now] = [saidBy(these, as), saidBy(those, as)]
    return new Set([...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id)))
  }
  const written = changed(before, after, AS_WRITTEN)
  const of = (lines: Lines) => (lines ?? []).filter(({ id }) => written.has(String(id)))
  return changed(of(before), of(after), name)
}

/**
 * Compares a scene with what it was. Somebody's other name, or a place's, is no change of what is seen: names stand in
 * captions, which are drawn when a picture is shown.
 *
 * @param name by which a text with one name is told from the same with another
 * @param moved what went into another scene, or came from one: it is no change of what its shots show
 */
export function pageChange(
  before: Scene,
  after: Scene,
  name: OneName = AS_WRITTEN,
  moved?: MovedText,
): PageChange {
  const isOther = (a: string | null | undefined, b: string | null | undefined) =>
    (a ?? '') !== (b ?? '') && name(a ?? '') !== name(b ?? '')
  const [was, is] = [before, after].map((scene) => new Set(scenePage(scene).action)) as [
    Set<string>,
    Set<string>,
  ]
  const isOwn = (text: string) => !moved?.action.has(text)
  const left = [...was].filter((text) => !is.has(text) && isOwn(text)).map(name)
  const came = new Set([...is].filter((text) => !was.has(text) && isOwn(text)).map(name))
  const gone = new Set(left.filter((text) => !came.has(text)))
  const lost = new Set(left)
  const newIds = new Set(moved?.lines.values())
  const hasMoved = (id: string) => newIds.has(id) || Boolean(moved?.lines.has(id))
  return {
    isHeading: isOther(before.heading, after.heading),
    isTimeOfDay: isOther(before.timeOfDay, after.timeOfDay),
    isAction: gone.size > 0 || [...came].some((text) => !lost.has(text)),
    isGone: (paragraph) =>
      !is.has(paragraph) && isOwn(paragraph) && gone.size > 0 && gone.has(name(paragraph)),
    lines: new Set(
      [...changedLines(before.dialogueLines, after.dialogueLines, name)].filter((id) => !hasMoved(id)),
    ),
  }
}

/** What is known of what a shot shows of its page. */
export interface ShownByShot {
  dialogueLineIds?: string[] | null
  actionShown?: string[] | null
  origin?: 'ai' | 'human' | null
}

/**
 * Whether a changed page shows in the pictures of a shot. Words that are spoken show where they are heard, action in the
 * shots that were suggested from it. Of a shot of which nobody knows what it shows, a person's or one from before that was
 * kept, any action may be in it: it is hit rather than missed.
 *
 * @param isPlanned whether it is known what the scene's shots were suggested from
 */
export function isShownIn(
  { dialogueLineIds, actionShown, origin }: ShownByShot,
  change: PageChange,
  isPlanned: boolean,
): boolean {
  if (change.isHeading || change.isTimeOfDay) return true
  if (dialogueLineIds?.some((id) => change.lines.has(id))) return true
  if (!change.isAction) return false
  if (actionShown && actionShown.length > 0) return actionShown.some((text) => change.isGone(text))
  // A suggestion with no action in it shows who speaks, or where it is.
  return !(isPlanned && origin === 'ai')
}
