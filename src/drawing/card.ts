import type { PanelBrief } from '@/contracts'
import { path, polyline } from './ink'
import { insertOf } from './insert'
import { INK, PAPER, PAPER_DEEP, PENCIL } from './palette'
import { namesPlace } from './sets/setting'
import { label, wrapText } from './text'
import { weatherOf } from './weather'

/** What says that the place itself is the picture. */
const PLACE =
  /\b(?:rooms?|place|house|home|building|street|town|village|city|sky|skies|sun|moon|stars?|sea|water|horizon|view|landscape|door|window|walls?|floor|ceiling|stairs|corridor|garden|empty|nobody there|deserted|dark(?:ness)?|dawn|dusk|light|lights|shadows?|wind|dust|silhouette|detail)\b/i

/**
 * The words of a picture that nobody can draw: nobody and nothing known is in it, and it is not of the place either. Null
 * where there is a picture.
 */
export function cardWords(brief: PanelBrief): string | null {
  const words = brief.description.trim().replace(/^what is seen:\s*/i, '')
  if (words === '' || brief.characters.length > 0 || insertOf(brief)) return null
  if (/^establishing\b/i.test(words) || /\bis heard\b/i.test(words)) return null
  const place = brief.location.trim().toLowerCase()
  if (place && words.toLowerCase().startsWith(place)) return null
  if (
    PLACE.test(words) ||
    namesPlace(words) ||
    weatherOf({ ...brief, interiorExterior: 'EXT', setting: null })
  )
    return null
  return words
}

/** A card of lettering, as boards have them for what is only heard or thought. */
export function drawCard(words: string, width: number, height: number): string {
  const margin = Math.min(width, height) * 0.07
  const size = Math.max(26, Math.min(56, height / 9, 1400 / Math.sqrt(Math.max(20, words.length))))
  const most = Math.max(1, Math.floor((height - margin * 4) / (size * 1.3)))
  const rows = wrapText(words, size, width - margin * 5, most)
  const top = height / 2 - ((rows.length - 1) * size * 1.3) / 2 + size * 0.34
  const frame = (inset: number) =>
    polyline(
      [
        { x: inset, y: inset },
        { x: width - inset, y: inset },
        { x: width - inset, y: height - inset },
        { x: inset, y: height - inset },
      ],
      true,
    )
  return (
    `<rect width="${width}" height="${height}" fill="${PAPER_DEEP}"/>` +
    path(frame(margin), { fill: PAPER, stroke: INK, width: 2.4 }) +
    path(frame(margin * 1.3), { stroke: PENCIL, width: 1 }) +
    rows
      .map((row, index) => label(width / 2, top + index * size * 1.3, row, { size, anchor: 'middle' }))
      .join('')
  )
}
