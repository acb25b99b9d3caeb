import {
  CLOTHING_COLOURS,
  HAIR_COLOURS,
  type HairColour,
  lightness,
  SKIN_TONES,
  TROUSER_COLOURS,
} from '../palette'
import { createRng, type Rng } from '../rng'

export type HairStyle =
  | 'bald'
  | 'buzz'
  | 'side-part'
  | 'slick'
  | 'curly'
  | 'spiky'
  | 'bob'
  | 'long'
  | 'wavy'
  | 'ponytail'
  | 'bun'
  | 'afro'
export type Garment = 'shirt' | 'jacket' | 'suit' | 'hoodie' | 'coat' | 'sweater' | 'dress' | 'vest'
export type Headwear = 'none' | 'cap' | 'fedora' | 'beanie'
export type FacialHair = 'none' | 'moustache' | 'beard' | 'stubble' | 'goatee'

/** What makes a character recognisable from panel to panel. Colours are `#rrggbb`. */
export interface Look {
  skin: string
  hair: HairStyle
  hairColour: string
  facialHair: FacialHair
  glasses: 'none' | 'round' | 'square'
  headwear: Headwear
  garment: Garment
  clothing: string
  clothingAccent: string
  trousers: string
  pattern: 'plain' | 'stripes' | 'checks' | 'hoops'
  /** Standing height relative to an average adult. */
  height: number
  /** Shoulder and waist width relative to an average adult. */
  girth: number
  /** Head width relative to its height: long faces to round ones. */
  faceWidth: number
  jaw: number
  nose: number
  browWeight: number
  isFeminine: boolean
  isOld: boolean
  isChild: boolean
}

const FEMININE_WORDS =
  /\b(woman|girl|lady|mother|mom|mum|wife|sister|daughter|aunt|queen|nurse|waitress|actress|mrs|miss|ms|madame|she|her|female|grandma|grandmother)\b/
const MASCULINE_WORDS =
  /\b(man|boy|father|dad|husband|brother|son|uncle|king|mr|sir|he|his|male|grandpa|grandfather|guy|waiter)\b/
const FEMININE_NAMES =
  /^(mary|alice|ruth|jane|sarah|susan|karen|helen|anne?|claire|grace|rose|iris|ines|june|kate|joan|beth|elizabeth|margaret|ellen|eve|hope|faith|carol|janet|rachel|hannah|deborah|leah|judith|doris|agnes|vivian|lillian|megan|erin|kim|jen|jill|dawn|amber|ruby|pearl|ingrid|astrid|solveig|maren|siri|sigrid|miriam|esther|noor|yasmin|mei|yuki|aiko|priya)$/

/**
 * The constant look of a character, from the name alone; a description (`50s, bald, glasses`) overrides what
 * it names. Guessing from names is a drawing convention, no claim about anybody: write a description to
 * correct it.
 */
export function lookFor(name: string, description?: string | null): Look {
  const key = name.trim().toUpperCase()
  const rng = createRng(`look:${key}`)
  const words = `${key} ${description ?? ''}`.slice(0, 2000).toLowerCase()
  const isFeminine = readsFeminine(key, words)
  const isChild =
    /\b(child|kid|boy|girl|toddler|young son|young daughter|[4-9] years old|aged? (?:[4-9]|1[0-2]))\b/.test(
      words,
    )
  const isOld =
    /\b(old|elderly|aged|grand(?:ma|pa|mother|father)|[6-9]0s|late fifties|sixties|seventies|eighties)\b/.test(
      words,
    )
  const colour = rng.pick(CLOTHING_COLOURS)
  const skin = rng.pick(SKIN_TONES)
  const look: Look = {
    skin,
    hair: pickHair(rng, isFeminine),
    hairColour: HAIR_COLOURS[pickHairColour(rng, lightness(skin) < 0.6)],
    facialHair: isFeminine
      ? 'none'
      : rng.pick(['none', 'none', 'none', 'moustache', 'beard', 'stubble', 'goatee'] as const),
    glasses: rng.pick(['none', 'none', 'none', 'round', 'square'] as const),
    headwear: rng.pick(['none', 'none', 'none', 'none', 'none', 'cap', 'fedora', 'beanie'] as const),
    garment: rng.pick(
      isFeminine
        ? (['shirt', 'sweater', 'jacket', 'coat', 'dress', 'dress', 'hoodie', 'vest'] as const)
        : (['shirt', 'sweater', 'jacket', 'coat', 'suit', 'suit', 'hoodie', 'vest'] as const),
    ),
    clothing: colour,
    clothingAccent: rng.pick(CLOTHING_COLOURS.filter((other) => other !== colour)),
    trousers: rng.pick(TROUSER_COLOURS),
    pattern: rng.pick(['plain', 'plain', 'stripes', 'checks', 'hoops'] as const),
    height: rng.range(0.94, 1.05) * (isFeminine ? 0.96 : 1),
    girth: rng.range(0.88, 1.18) * (isFeminine ? 0.92 : 1),
    faceWidth: rng.range(0.9, 1.08),
    jaw: rng.range(0.82, 1.12) * (isFeminine ? 0.9 : 1),
    nose: rng.range(0.8, 1.25),
    browWeight: rng.range(0.7, 1.4) * (isFeminine ? 0.75 : 1),
    isFeminine,
    isOld,
    isChild,
  }
  return applyDescription(look, words)
}

function readsFeminine(key: string, words: string): boolean {
  if (FEMININE_WORDS.test(words)) return true
  if (MASCULINE_WORDS.test(words)) return false
  const first = key.toLowerCase().split(/[^\p{L}]+/u)[0] ?? ''
  return FEMININE_NAMES.test(first) || /(?:[^u]a|ie|elle|ette|ine|lyn)$/.test(first)
}

function pickHair(rng: Rng, isFeminine: boolean): HairStyle {
  return isFeminine
    ? rng.pick(['bob', 'long', 'wavy', 'ponytail', 'bun', 'afro', 'long', 'bob'] as const)
    : rng.pick(['bald', 'buzz', 'side-part', 'slick', 'curly', 'spiky', 'side-part', 'curly'] as const)
}

function pickHairColour(rng: Rng, isDarkSkinned: boolean): HairColour {
  if (isDarkSkinned) return rng.pick(['black', 'black', 'brown', 'black', 'grey'] as const)
  return rng.pick(['black', 'black', 'brown', 'brown', 'chestnut', 'blond', 'red', 'grey'] as const)
}

function applyDescription(look: Look, words: string): Look {
  const hairStyles: Array<[RegExp, HairStyle]> = [
    [/\bbald\b/, 'bald'],
    [/\bponytail\b/, 'ponytail'],
    [/\b(hair )?bun\b/, 'bun'],
    [/\bcurly|curls\b/, 'curly'],
    [/\bafro\b/, 'afro'],
    [/\blong hair|long-haired\b/, 'long'],
    [/\bcrew cut|buzz ?cut|shaven head\b/, 'buzz'],
  ]
  const next = { ...look }
  for (const [pattern, style] of hairStyles) if (pattern.test(words)) next.hair = style
  if (/\bblonde?\b/.test(words)) next.hairColour = HAIR_COLOURS.blond
  if (/\b(red|ginger)[- ]?hair|redhead\b/.test(words)) next.hairColour = HAIR_COLOURS.red
  if (/\b(grey|gray|silver)[- ]?(hair|haired|beard)?\b/.test(words)) next.hairColour = HAIR_COLOURS.grey
  if (/\bglasses|spectacles|bespectacled\b/.test(words))
    next.glasses = next.glasses === 'none' ? 'round' : next.glasses
  if (/\bbeard(ed)?\b/.test(words)) next.facialHair = 'beard'
  if (/\bm(o?u)stache\b/.test(words)) next.facialHair = 'moustache'
  if (/\bclean[- ]shaven\b/.test(words)) next.facialHair = 'none'
  if (/\b(baseball )?cap\b/.test(words)) next.headwear = 'cap'
  if (/\bfedora|\bhat\b/.test(words)) next.headwear = 'fedora'
  if (/\bbeanie|woolly hat|knit cap\b/.test(words)) next.headwear = 'beanie'
  if (/\bsuit\b/.test(words)) next.garment = 'suit'
  if (/\bcoat|raincoat|oilskin|trench\b/.test(words)) next.garment = 'coat'
  if (/\bdress|gown\b/.test(words)) next.garment = 'dress'
  if (next.isOld) next.hairColour = HAIR_COLOURS[look.height > 1 ? 'grey' : 'white']
  if (next.isChild) Object.assign(next, { height: 0.68, facialHair: 'none', faceWidth: 1.1, jaw: 0.85 })
  return next
}
