import { isOmittedText, parseHeading } from '@/screenplay'
import { splitCue } from '../split-cue'

/** One number of a scene: `12`, `A12`, `12AB`, `3.2`. */
const ONE = String.raw`[A-Z]{0,3}-?\d{1,4}(?:\.\d{1,3})?[A-Z]{0,3}`
/** One or several, as omitted scenes have them: `12-15`, `12 THRU 15`. */
const NUMBERS = String.raw`${ONE}(?:\s*(?:[-–—,&]|THRU|TO)\s*${ONE})*`

const SCENE_NUMBER = new RegExp(`^\\(?(${NUMBERS})[.)]{0,2}$`, 'u')
const NUMBERED = new RegExp(`^(${NUMBERS})[.)]?\\s+(?=\\S)`, 'u')

/** `12A` out of `12A.`; null for what is no number of a scene. */
export const sceneNumberIn = (text: string): string | null => SCENE_NUMBER.exec(text.trim())?.[1] ?? null

/** True for what opens as scene headings do: `INT. HOUSE`. */
export function opensHeading(text: string): boolean {
  const known = asked.get(text)
  if (known !== undefined) return known
  // Every step of the reading asks it of every line.
  if (asked.size >= 20_000) asked.clear()
  const opens = parseHeading(text).interiorExterior !== 'OTHER'
  asked.set(text, opens)
  return opens
}

const asked = new Map<string, boolean>()

/** A heading with its number in front, in one: `12. INT. HOUSE - DAY`, `13 OMITTED`. */
export function numberedHeading(text: string): { number: string; text: string } | null {
  const found = NUMBERED.exec(text)
  if (!found?.[1]) return null
  const rest = text.slice(found[0].length)
  return opensHeading(rest) || isOmittedText(rest) ? { number: found[1], text: rest } : null
}

/** Of up to three digits: four are a year, on a title page. */
export const isPageNumber = (text: string): boolean =>
  /^(?:(?:page|p\.|seite|pág\.?|стр\.?)\s*)?[-–—(]?\s*[A-Z]{0,2}\d{1,3}[A-Z]{0,3}(?:\s*(?:of|\/|von|de|sur|из)\s*\d{1,4})?\s*[-–—)]?\.?$/iu.test(
    text.trim(),
  )

/** `12A` out of `12A.` or `Page 12A of 120`. */
export const pageLabelIn = (text: string): string | null =>
  /([A-Z]{0,2}\d{1,4}[A-Z]{0,3})/i.exec(text.replace(/^(?:page|p\.|seite|pág\.?|стр\.?)\s*/iu, ''))?.[1] ??
  null

const COLOURS =
  '(?:(?:2nd|3rd|4th|double|triple)\\s+)?(?:white|blue|pink|yellow|green|goldenrod|gold|buff|salmon|cherry|tan|gray|grey|ivory)'
const REVISION = new RegExp(`\\b(${COLOURS})\\b\\W*(?:\\w+\\W+){0,2}?(?:rev|draft|pages|production|\\d)`, 'i')

/** The colour that a page's header names: `Blue` of `Blue Rev. 3/4/26`; `Revised` where it names none. */
export function revisionIn(text: string): string | null {
  const colour = REVISION.exec(text)?.[1]
  if (colour) return colour.replace(/\w+/g, (word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase())
  return /\brev(?:ision|ised|\.)/i.test(text) ? 'Revised' : null
}

const CONTINUED_WORDS =
  "continued|cont[’']?d|fortsetzung|continúa|continua|continuación|suite|à suivre|segue|vervolg|продолжение"
const CONTINUED = new RegExp(
  `^[(\\[]?\\s*(?:${CONTINUED_WORDS})\\s*[)\\]]?\\s*:?\\s*(?:\\(\\d{1,3}\\))?\\s*:?$`,
  'iu',
)

/** `(CONTINUED)` at the foot of a page, `CONTINUED: (2)` at the head of the next. */
export const isContinued = (text: string): boolean => CONTINUED.test(text.trim())

const MORE =
  /^[([]\s*(?:more|mehr|suite|à suivre|más|continúa|continua|segue|mais|meer|дальше|далее)\s*[)\]]$/iu

/** `(MORE)` under a speech that goes on overleaf. */
export const isMore = (text: string): boolean => MORE.test(text.trim())

/** `MARA` of `Mara (V.O.) (CONT'D)`. */
export const nameOnCue = (text: string): string => splitCue(text).name.toUpperCase()
