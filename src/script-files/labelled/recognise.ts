import { isShouted, parseHeading } from '@/screenplay'
import { findCast } from './cast'
import { readSceneLine } from './heading'
import { key, labelOf, readLabelled, withoutMarkdown } from './lines'
import { findSpeakers } from './speakers'
import { NO_PERSON } from './words'

/** Whether scenes and speech are told by labels, and not by where lines stand as in Fountain. */
export function looksLike(text: string): boolean {
  let scenes = 0
  let headings = 0
  let labels = 0
  let places = 0
  let speeches = 0
  let cues = 0
  const lines = text.split('\n').map((line) => line.trim())
  lines.forEach((raw, index) => {
    if (raw === '' || raw.length > 2000) return
    const line = withoutMarkdown(raw)
    if (readSceneLine(line)?.kind === 'scene') scenes += 1
    else if (isHeading(line)) headings += 1
    else {
      const found = readLabelled(line)
      if (!found) {
        const isCue =
          (isShouted(line) || /^@\S/.test(line)) &&
          (lines[index - 1] ?? '') === '' &&
          (lines[index + 1] ?? '') !== ''
        // What stands in capitals before the first scene is a title, or heads a list.
        if (isCue && line.length < 40 && scenes + headings > 0) cues += 1
        return
      }
      const label = labelOf(found.name)
      if (label === 'place' && found.value) places += 1
      if (label === 'place' || label === 'time' || label === 'people' || label === 'side') labels += 1
      else if (!label && found.value && isShouted(found.name) && !NO_PERSON.has(key(found.name)))
        speeches += 1
    }
  })
  if (scenes > 0)
    return cues === 0
      ? speeches + labels > 0 || findSpeakers(lines, findCast(lines)).size > 0
      : labels + speeches > cues
  // Scenes may be told apart by their labels alone.
  if (headings === 0) return places > 1 && cues === 0 && findSpeakers(lines, findCast(lines)).size > 0
  return isHabit(speeches, cues) || isHabit(spokenLines(lines), cues)
}

/** Speech before which names and colons stand is how this writer does it, and no matter of one line. */
const isHabit = (speeches: number, cues: number) => speeches > 2 && speeches > cues * 5

/** How many lines are speech of people of whom is sure that they are some, in whatever case they stand. */
function spokenLines(lines: readonly string[]): number {
  const speakers = findSpeakers(lines, findCast(lines))
  return lines.filter((line) => {
    const found = readLabelled(withoutMarkdown(line))
    return found !== null && found.value !== '' && speakers.get(key(found.name)) === 'sure'
  }).length
}

/** A heading as in a screenplay: with interior or exterior. */
export const isHeading = (line: string) =>
  line.length < 200 &&
  /^\p{L}{3}/u.test(line) &&
  !/[:：]/.test(line) &&
  parseHeading(line).interiorExterior !== 'OTHER'
