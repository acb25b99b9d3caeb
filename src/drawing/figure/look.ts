import { genderOfLooks, type ReadLooks, readLooks } from '@/scene-reading'
import { colourAt } from '../colours'
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
import type { HairStyle, Look } from './lookTypes'
import { dress } from './wear'

export type { FacialHair, Garment, HairStyle, Headwear, Look } from './lookTypes'

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
    headwearColour: null,
    worn: [],
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
  next.hairColour = hairColourIn(words) ?? next.hairColour
  if (/\b(?:sunglasses|dark glasses|shades|goggles)\b/.test(words)) next.glasses = 'dark'
  else if (/\b(?:glasses|spectacles|bespectacled|monocle)\b/.test(words))
    next.glasses = next.glasses === 'none' ? 'round' : next.glasses
  if (/\bbeard(ed)?\b/.test(words)) next.facialHair = 'beard'
  if (/\bm(o?u)stache\b/.test(words)) next.facialHair = 'moustache'
  if (/\bclean[- ]shaven\b/.test(words)) next.facialHair = 'none'
  return dress(next, words)
}

const HAIR_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?:blonde?|fair-haired|sandy-haired|golden hair|flaxen)\b/, HAIR_COLOURS.blond],
  [/\b(?:(?:red|ginger)[- ]?(?:hair(?:ed)?|curls|beard(?:ed)?|head)|redhead|ginger)\b/, HAIR_COLOURS.red],
  [
    /\b(?:(?:grey|gray|silver)[- ](?:\w+ )?(?:hair(?:ed)?|beard(?:ed)?|curls|braids?|ponytail|bun)|greying|graying|salt-and-pepper)\b/,
    HAIR_COLOURS.grey,
  ],
  [/\b(?:white|snowy)[- ](?:\w+ )?(?:hair(?:ed)?|beard(?:ed)?|curls|braids?)\b/, HAIR_COLOURS.white],
  [/\b(?:black|raven|dark)[- ](?:\w+ )?(?:hair(?:ed)?|beard(?:ed)?|curls|braids?|bob)\b/, HAIR_COLOURS.black],
  [/\b(?:chestnut|auburn)\b/, HAIR_COLOURS.chestnut],
  [/\b(?:brown[- ](?:\w+ )?(?:hair(?:ed)?|curls|beard)|brunette)\b/, HAIR_COLOURS.brown],
]

/** The colour that is bound to the hair; dyed hair has any. */
function hairColourIn(words: string): string | null {
  const known = HAIR_WORDS.find(([pattern]) => pattern.test(words))?.[1]
  if (known) return known
  const hair = /\b(?:hair(?:ed)?|curls|braids|mohawk|ponytail)\b/.exec(words)
  return hair ? colourAt(words, hair.index, hair[0].length) : null
}
