import { isSaidStill, wordsInNone } from './wordsShown'

/** What a scene's page says, as far as shots show it. */
export interface ScenePage {
  /** Of its dialogue lines, in order. */
  lineIds: readonly string[]
  /** Its paragraphs of action, in order. */
  action: readonly string[]
}

/** Of a shot, what of the page it covers. */
export interface ShotCover {
  id: string
  lineIds: readonly string[]
  /** The paragraphs of action it was suggested from. Empty where a person said what is in it, and where nobody knows. */
  action: readonly string[]
  /** What is in frame, in words: by them it is told which sentences of a paragraph it shows. */
  description?: string | null
}

/** How a scene's shots stand to what its page says now. */
export interface Coverage {
  /** Of lines that are heard in no shot, in order. */
  linesInNoShot: string[]
  /** Of lines that are heard in more than one. */
  linesInSeveral: string[]
  /**
   * Paragraphs of action that no shot was suggested from, as they are new or changed; and those that came back to a page
   * of which people's shots kept a part, while the others of it are gone.
   */
  newAction: string[]
  /** Of shots that show words which the page does not have any more. */
  wordsGone: Array<{
    shotId: string
    lineIds: string[]
    action: string[]
    /** Nothing of what it shows is on the page. */
    isAll: boolean
    /** What it shows stands on the page still, word for word: only other sentences of its paragraph changed. */
    isSaidStill: boolean
  }>
}

/**
 * Compares a scene's shots with its page. A scene without shots has not been planned: of it nothing is out of date.
 *
 * @param planned the paragraphs of action that the shots were suggested from, also those whose shot a person took out.
 *   Null where nobody knows them: people made the shots, or they are from before this was kept. Then action is not
 *   compared.
 */
export function coverageOf(
  page: ScenePage,
  shots: readonly ShotCover[],
  planned: readonly string[] | null,
): Coverage {
  if (shots.length === 0) return { linesInNoShot: [], linesInSeveral: [], newAction: [], wordsGone: [] }
  const timesHeard = new Map<string, number>()
  for (const { lineIds } of shots)
    for (const id of new Set(lineIds)) timesHeard.set(id, (timesHeard.get(id) ?? 0) + 1)
  const [lines, action] = [new Set(page.lineIds), new Set(page.action)]
  const known = planned && new Set([...planned, ...shots.flatMap((shot) => shot.action)])
  const isLacking = (text: string) => !planned?.includes(text) && wordsInNone(text, shots).length > 0
  return {
    linesInNoShot: page.lineIds.filter((id) => !timesHeard.has(id)),
    linesInSeveral: page.lineIds.filter((id) => (timesHeard.get(id) ?? 0) > 1),
    newAction: known ? page.action.filter((text) => !known.has(text) || isLacking(text)) : [],
    wordsGone: shots.flatMap((shot) => {
      const goneLines = shot.lineIds.filter((id) => !lines.has(id))
      const goneAction = shot.action.filter((text) => !action.has(text))
      const gone = goneLines.length + goneAction.length
      if (gone === 0) return []
      const isAll = gone === shot.lineIds.length + shot.action.length
      const isStill = goneLines.length === 0 && isSaidStill(goneAction, shot, page.action)
      return [{ shotId: shot.id, lineIds: goneLines, action: goneAction, isAll, isSaidStill: isStill }]
    }),
  }
}
