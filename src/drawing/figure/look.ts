import { genderOfLooks, type ReadLooks, readLooks } from '@/scene-reading'
import {
  CLOTHING_COLOURS,
  HAIR_COLOURS,
  type HairColour,
  lightness,
  mix,
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
  /** Size of the head relative to an adult's on the same body. */
  headScale: number
  /** How far the head is bent forward, in metres. */
  stoop: number
}

const FEMININE_NAMES =
  /^(maren|siri|sigrid|solveig|astrid|noor|yasmin|mei|yuki|aiko|leah|judith|doris|vivian|lillian|erin|dawn|amber|deborah|hannah|miriam|elizabeth|june|claire)$/

/**
 * The constant look of a character, from the name alone; a description (`50s, bald, glasses`) overrides what
 * it names. Guessing from names is a drawing convention, no claim about anybody: write a description to
 * correct it.
 */
export function lookFor(name: string, description?: string | null): Look {
  const key = name.trim().toUpperCase()
  const rng = createRng(`look:${key}`)
  const told = readLooks(description, key)
  const words = `${key.slice(0, 200).toLowerCase()}, ${told.own}`
  const isFeminine = readsFeminine(key, told)
  const { years, isChild } = told
  const isOld =
    years === null ? /\b(?:old|elderly|grand(?:ma|pa|mother|father)|gran)\b/.test(words) : years >= 58
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
    headScale: 1,
    stoop: 0,
  }
  // Whoever is described wears a hat where the description says so.
  if (description?.trim()) look.headwear = 'none'
  return applyAge(applyDescription(look, words), words, years, createRng(`age:${key}`))
}

/**
 * Builds are read before faces: children are small with large heads, the old bent and grey. What the words say
 * of hair, beard and clothes stays.
 */
function applyAge(look: Look, words: string, years: number | null, rng: Rng): Look {
  if (look.isChild) {
    const age = years ?? 8
    return {
      ...look,
      // Growth charts: 1.0 m at 4, 1.27 m at 8, 1.49 m at 12.
      height: Math.min(0.87, 0.42 + age * 0.037),
      headScale: 1.5 - Math.min(12, age) * 0.02,
      girth: Math.min(look.girth, 1) * 0.94,
      faceWidth: 1.1,
      jaw: 0.85,
      nose: 0.7,
      browWeight: 0.7,
      facialHair: 'none',
      hair:
        look.hair === 'bald' || look.hair === 'buzz' || look.hair === 'slick'
          ? rng.pick(['side-part', 'curly', 'spiky'] as const)
          : look.hair,
      hairColour: look.hairColour === HAIR_COLOURS.grey ? HAIR_COLOURS.brown : look.hairColour,
      glasses: /glasses|spectacles/.test(words) ? look.glasses : 'none',
      garment:
        look.garment === 'suit' || look.garment === 'coat' || look.garment === 'vest'
          ? 'sweater'
          : look.garment,
    }
  }
  if (years !== null && years < 20)
    return {
      ...look,
      facialHair: 'none',
      hairColour: look.hairColour === HAIR_COLOURS.grey ? HAIR_COLOURS.brown : look.hairColour,
      hair: look.hair === 'bald' ? 'curly' : look.hair,
    }
  if (!look.isOld) return look
  const isGlassed = look.glasses !== 'none' || rng.chance(0.45)
  return {
    ...look,
    height: look.height * 0.965,
    stoop: rng.range(0.035, 0.06),
    hairColour: HAIR_COLOURS[rng.chance(0.5) ? 'grey' : 'white'],
    hair:
      look.hair === 'ponytail' || look.hair === 'afro'
        ? 'bun'
        : look.hair === 'spiky'
          ? 'side-part'
          : look.hair,
    glasses: isGlassed ? (look.glasses === 'none' ? 'round' : look.glasses) : 'none',
    garment: look.garment === 'hoodie' ? 'sweater' : look.garment,
    clothing: mix(look.clothing, '#8a8378', 0.25),
  }
}

const CLOTHES =
  /\b(red|blue|green|grey|gray|black|white|brown|yellow|orange|purple)\s+(?:\w+\s+)?(?:coat|jacket|suit|dress|sweater|jumper|shirt|hoodie|uniform|raincoat|gown|cardigan)\b/
const CLOTHES_COLOURS: Record<string, string> = {
  red: '#a8483a',
  blue: '#3f6075',
  green: '#5d7050',
  grey: '#8b8a86',
  gray: '#8b8a86',
  black: '#35322f',
  white: '#e3dccb',
  brown: '#7d5a3c',
  yellow: '#c9a54b',
  orange: '#b9713f',
  purple: '#75587a',
}

/** By what is told; only where nothing is, by what the name sounds like. */
function readsFeminine(key: string, told: ReadLooks): boolean {
  const gender = genderOfLooks(told, key)
  if (gender) return gender === 'female'
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
  if (/\b(grey|gray|silver)[- ]?(hair|haired|beard(ed)?)\b|\b(greying|graying)\b/.test(words))
    next.hairColour = HAIR_COLOURS.grey
  if (/\bglasses|spectacles|bespectacled\b/.test(words))
    next.glasses = next.glasses === 'none' ? 'round' : next.glasses
  if (/\bbeard(ed)?\b/.test(words)) next.facialHair = 'beard'
  if (/\bm(o?u)stache\b/.test(words)) next.facialHair = 'moustache'
  if (/\bclean[- ]shaven\b/.test(words)) next.facialHair = 'none'
  if (/\b(baseball )?cap\b/.test(words)) next.headwear = 'cap'
  if (/\bfedora\b|\bhat\b/.test(words)) next.headwear = 'fedora'
  if (/\bbeanie|woolly hat|knit cap\b/.test(words)) next.headwear = 'beanie'
  if (/\bsuit\b/.test(words)) next.garment = 'suit'
  if (/\bcoat|raincoat|oilskin|trench\b/.test(words)) next.garment = 'coat'
  if (/\bdress|gown\b/.test(words)) next.garment = 'dress'
  next.clothing = CLOTHES_COLOURS[CLOTHES.exec(words)?.[1] ?? ''] ?? next.clothing
  return next
}
