import { namesThing, withoutComparisons } from '@/scene-reading'
import { colourAt } from '../colours'
import { PROPS } from './all'

/** A thing that a text names and that can be drawn. */
export interface NamedThing {
  /** The name of its design. */
  name: string
  /** Where the word stands in the text, and where it ends. */
  at: number
  end: number
  /** `#rrggbb`, where the text binds a colour to it. */
  tint: string | null
  /** How many of them, where the words say that there are several. */
  count?: number
}

/** A thing that a text names and nobody can draw: something is in the hand all the same. */
export const SOMETHING: NamedThing = { name: 'something', at: -1, end: -1, tint: null }

const MAX_LENGTH = 3_000
const WORDS = PROPS.map((prop) => ({ name: prop.name, words: new RegExp(prop.words.source, 'gu') }))
/** `No letters today.`: what is told not to be there. */
const GONE = /^(?:s)?,? (?:is|are|was|were|goes|go|has gone|have gone) (?:out|off|gone|dead)\b/u
const ABSENT = /\b(?:no|without(?: an?| the| any)?|not an?|never an?)\s(?:\p{L}+\s)?$/u

/** What glass lets one see of what is in it. */
const tintOfContents = (name: string, words: string, at: number, word: string): string | null =>
  name === 'bottle' &&
  (/^milk/.test(word) ||
    /\b(?:milk|cream) $/.test(words.slice(0, at)) ||
    /^ (?:of|full of|with) (?:\p{L}+ )?(?:milk|cream)\b/u.test(words.slice(at + word.length)))
    ? MILKY
    : null
const MILKY = '#f0ebdf'

/** Things of which several can be told from one. */
const COUNTED: ReadonlySet<string> = new Set([
  'apple',
  'orange',
  'bottle',
  'glass',
  'cup',
  'crate',
  'barrel',
  'ball',
  'bread',
  'book',
  'letter',
  'bucket',
  'candle',
  'fish',
  'bell',
  'plate',
])
/** What is said as of several and is one, or no thing that is counted. */
const SINGULAR = /(?:ss|glasses|marbles|noodles)$/
const NUMBERS: Record<string, number> = { two: 2, both: 2, three: 3, four: 4, five: 5 }
const FEW = 3

/** `two oranges`, `oranges`: how many there are; three stand for any number. */
function howMany(name: string, words: string, at: number, word: string): { count?: number } {
  if (!COUNTED.has(name) || !word.endsWith('s') || SINGULAR.test(word)) return {}
  const number = /\b(\p{L}+) (?:\p{L}+ )?$/u.exec(words.slice(Math.max(0, at - 30), at))?.[1] ?? ''
  return { count: NUMBERS[number] ?? FEW }
}

/** Every thing of a text that can be drawn, in the order of the text; comparisons name nothing. */
export function findThings(text: string): NamedThing[] {
  const seen = withoutComparisons(text.slice(0, MAX_LENGTH))
  const words = seen.toLowerCase()
  const found: NamedThing[] = []
  for (const { name, words: pattern } of WORDS) {
    for (const match of words.matchAll(pattern)) {
      const [word] = match
      if (!namesThing(seen, match.index, word) || ABSENT.test(words.slice(0, match.index))) continue
      // `Every lamp is out.` is no picture of a lamp that burns.
      if (name === 'lamp' && GONE.test(words.slice(match.index + word.length))) continue
      found.push({
        name,
        at: match.index,
        end: match.index + word.length,
        tint: colourAt(words, match.index, word.length) ?? tintOfContents(name, words, match.index, word),
        ...howMany(name, words, match.index, word),
      })
    }
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  // `fishing rod` is no fish: of two that overlap the longer or earlier one is meant.
  return found.filter(
    (thing, index) => !found.slice(0, index).some((earlier) => earlier.end > thing.at && earlier !== thing),
  )
}
