import { readScript } from '../readScript'

/**
 * What a scene's heading said before and does not say any more, in plain words: whoever corrects a word may not see
 * that the scene is neither inside nor outside now.
 *
 * @param line of the heading, 1-based; the same in both texts
 */
export function lostInHeading(before: string, after: string, line: number): string[] {
  const sceneOf = (text: string) =>
    readScript(text).breakdown?.scenes.find(({ range }) => range.start === line) ?? null
  const was = sceneOf(before)
  const is = sceneOf(after)
  if (!was || !is) return []
  if (is.isOmitted) return was.isOmitted ? [] : ['It says now that this scene is left out.']
  const lost: string[] = []
  if (was.interiorExterior !== 'OTHER' && is.interiorExterior === 'OTHER')
    lost.push(`${was.interiorExterior} is gone: the scene is neither inside nor outside.`)
  if (was.location && !is.location) lost.push(`No place is named any more; it was ${was.location}.`)
  if (was.timeOfDay && !is.timeOfDay) {
    const taken = is.location && is.location !== was.location ? ` The place reads ${is.location}.` : ''
    lost.push(`No time of day is read any more; it was ${was.timeOfDay}.${taken}`)
  }
  return lost
}
