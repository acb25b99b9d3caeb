import type { CameraMove } from '@/contracts'

/** Words before a side that make it one: alone, `left` is also what somebody did, and `right` what somebody is. */
const TOWARDS =
  'to|towards?|screen|frame|camera|pan(?:s|ning|ned)?|track(?:s|ing|ed)?|tilt(?:s|ing|ed)?|crane(?:s|d)?|craning|dolly|dollies|orbit(?:s|ing|ed)?|arc(?:s|ing|ed)?|swing(?:s|ing)?|mov(?:e|es|ing|ed)|slid(?:e|es|ing)|turn(?:s|ing|ed)?|whip(?:s|ping)?|nach|vers|à|a|hacia|para|verso|naar|till|mot|w'
const ARTICLES = "(?:the |la |le |l’|l'|den |die |der )?"

/** How a side is said, in the languages whose scripts are read most. */
const SIDES = {
  left: 'left|links|gauche|izquierda|sinistra|esquerda|vänster|venstre|lewo',
  right: 'right|rechts|droite|derecha|destra|direita|höger|høyre|højre|prawo',
  up: 'up|upwards?|oben|haut|arriba|alto|cima|boven|upp|górę',
  down: 'down|downwards?|unten|bas|abajo|basso|baixo|beneden|ner|dół',
} as const
type Side = keyof typeof SIDES

/** Sides that are said by one word; what needs no space around it has none. */
const ALONE: Record<Side, string> = {
  left: '\\bleftwards?\\b|влево|向左|往左|左へ|왼쪽으로',
  right: '\\brightwards?\\b|вправо|向右|往右|右へ|오른쪽으로',
  up: '\\bupwards?\\b|вверх|向上|往上|上へ|위로',
  down: '\\bdownwards?\\b|вниз|向下|往下|下へ|아래로',
}

const patternOf = (side: Side): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${TOWARDS})\\s+${ARTICLES}(?:${SIDES[side]})(?!\\p{L})|${ALONE[side]}`, 'giu')
const PATTERNS = Object.fromEntries(
  (Object.keys(SIDES) as Side[]).map((side) => [side, patternOf(side)]),
) as Record<Side, RegExp>

/** Where a side is said last: `from the left to the right` goes right. -1 where it is not. */
function lastSaid(side: Side, text: string): number {
  const all = [...text.matchAll(PATTERNS[side])]
  return all.at(-1)?.index ?? -1
}

function sideOf<A extends Side, B extends Side>(a: A, b: B, text: string): A | B | null {
  const [atA, atB] = [lastSaid(a, text), lastSaid(b, text)]
  if (atA === atB) return null
  return atA > atB ? a : b
}

/** Which way a camera goes sideways, as its shot says; as one reads, where it says nothing. 1 is to the right. */
export const sideways = ({ description }: Pick<CameraMove, 'description'>): 1 | -1 =>
  sideOf('left', 'right', description) === 'left' ? -1 : 1

/** Whether a camera tilts or cranes up: as its shot says; where it says nothing, away from where it looks from. */
export function isUpwards({ description, angle }: Pick<CameraMove, 'description' | 'angle'>): boolean {
  const said = sideOf('up', 'down', description)
  return said === null ? angle !== 'high' && angle !== 'overhead' : said === 'up'
}

/** Whether a zoom opens the view. */
export const isZoomOut = ({ description }: Pick<CameraMove, 'description'>): boolean =>
  /(?<!\p{L})zoom\w*\s+(?:back\s+)?out(?!\p{L})|(?<!\p{L})pull\w*\s+(?:back|out)(?!\p{L})/iu.test(description)
