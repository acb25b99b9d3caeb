import { plainText } from './fountain/plain-text'
import { canonicalName } from './names'
import { bareTime, type HeadingContext, type HeadingParts, parseHeading } from './scene-heading'
import type { SceneHeading } from './types'

/** A heading as it is printed: no notes, no emphasis, no macros, spaces folded. */
export function printedHeading(heading: SceneHeading): string {
  return plainText(heading.text)
    .replace(/\{\{#\}\}/g, '')
    .replace(/#\s*#\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How many headings set no time off before that counts as the writer's habit. */
const HABIT = 3

/**
 * Reads all headings of a script with what they say of each other: where BEACH is a place, BEACH DAY is it by day;
 * and who types INT. KITCHEN DAY heading after heading means a time each time.
 */
export function headingReader(
  headings: readonly SceneHeading[],
  language: string,
): (heading: SceneHeading) => HeadingParts {
  const cache = new Map<string, HeadingParts>()
  const places = new Set<string>()
  let bare = 0
  for (const heading of headings) {
    const text = printedHeading(heading)
    const parts = cache.get(text) ?? parseHeading(text, { language })
    cache.set(text, parts)
    if (parts.timeOfDay !== null) places.add(canonicalName(parts.location))
    else if (parts.interiorExterior !== 'OTHER' && bareTime(parts.location, { language })) bare += 1
  }
  const timed = headings.filter((heading) => cache.get(printedHeading(heading))?.timeOfDay).length
  const context: HeadingContext = { language, places, hasBareTimes: bare >= HABIT && bare > timed }
  const final = new Map<string, HeadingParts>()
  return (heading) => {
    const text = printedHeading(heading)
    let parts = final.get(text)
    if (!parts) {
      parts = bare > 0 ? parseHeading(text, context) : (cache.get(text) ?? parseHeading(text, context))
      final.set(text, parts)
    }
    return parts
  }
}
