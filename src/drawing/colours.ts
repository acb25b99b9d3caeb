import { mix } from './palette'

/** The colours that scripts name, as the muted inks of a marker box. */
const COLOURS: Record<string, string> = {
  red: '#b03a2e',
  scarlet: '#c0392b',
  crimson: '#9e2b3a',
  maroon: '#6e2b33',
  burgundy: '#6e2b3d',
  pink: '#d99aa5',
  magenta: '#a8447c',
  orange: '#cf7a35',
  rust: '#a3562f',
  ochre: '#b98a3c',
  mustard: '#c39a34',
  yellow: '#dcb545',
  golden: '#cda349',
  gold: '#cda349',
  green: '#55784e',
  olive: '#6f7044',
  emerald: '#3d7d5c',
  khaki: '#9a8f66',
  teal: '#3f7f7c',
  turquoise: '#5ba3a0',
  blue: '#3f6899',
  navy: '#2e3d5e',
  azure: '#6d9cc0',
  indigo: '#454a85',
  purple: '#75578a',
  violet: '#7d629c',
  lilac: '#a893bd',
  mauve: '#96788f',
  lavender: '#a99bc4',
  brown: '#7d5a3c',
  tan: '#b59468',
  beige: '#cdbd9c',
  camel: '#b28d5b',
  black: '#35322f',
  charcoal: '#45444a',
  grey: '#8b8a86',
  gray: '#8b8a86',
  silver: '#b4b6b8',
  white: '#ece6d8',
  cream: '#e8dcbf',
  ivory: '#e9e0c9',
  brass: '#c0994a',
  copper: '#b06f47',
  wooden: '#93693f',
}
const WORD = Object.keys(COLOURS).join('|')
/** Before the thing, with up to two other words of it between: `red woollen beanie`, `blue-and-white cap`. */
const BEFORE = new RegExp(
  `(?:\\b(dark|deep|bright|pale|light|faded)[ -])?\\b(${WORD})(?:ish)?(?:[- ](?!(?:and|with|in|on|over|under|of|to|from|at|his|her|their|the|an?)\\b)\\p{L}[\\p{L}'’-]*){0,2}[- ]$`,
  'u',
)
/** Behind it: `a dress of green silk`, `the door is red`, `a scarf in pale blue`. */
const BEHIND = new RegExp(
  `^s? (?:is |are |was |of |in |all )+(?:(dark|deep|bright|pale|light|faded)[ -])?(${WORD})(?!\\p{L})`,
  'u',
)

/**
 * The colour that a text binds to the word at a place in it: `a red beanie` gives red for `beanie`.
 *
 * @param text lower case
 * @returns `#rrggbb`, or null where no colour is bound to it
 */
export function colourAt(text: string, at: number, length: number): string | null {
  const before = BEFORE.exec(text.slice(Math.max(0, at - 60), at))
  const found = before ?? BEHIND.exec(text.slice(at + length, at + length + 40))
  return found ? shade(COLOURS[found[2] ?? ''] ?? null, found[1]) : null
}

/** The colour of what somebody wears as a whole: `in black`, `dressed all in white`. Null where none is told. */
export function colourWornAllOver(text: string): string | null {
  const found = new RegExp(
    `\\b(?:in|wears|wearing) (?:all )?(?:(dark|deep|bright|pale|light|faded)[ -])?(${WORD})(?: clothes| clothing| rags| robes)?(?=\\s*(?:$|[,.;]|from |and ))`,
    'u',
  ).exec(text)
  return found ? shade(COLOURS[found[2] ?? ''] ?? null, found[1]) : null
}

function shade(colour: string | null, how: string | undefined): string | null {
  if (colour === null || !how) return colour
  if (how === 'dark' || how === 'deep') return mix(colour, '#1d1a18', 0.4)
  return how === 'bright' ? colour : mix(colour, '#f5efe1', how === 'faded' ? 0.35 : 0.45)
}
