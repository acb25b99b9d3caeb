import { findCharacters } from './findCharacters'
import { NOT_A_PROP } from './notProps'
import { isUsedAsNoun, withoutComparisons } from './nouns'
import { AMBIGUOUS_PROPS, PROP_WORDS } from './propWords'

const MAX_PROPS = 40

/**
 * Things named in the action: known props, and what the writer put in capitals, which is how a script
 * says "the art department needs this", unless it is a person, a sound or a camera direction.
 *
 * @returns lower case, singular where known, each once, in order of first mention
 */
export function findProps(text: string, characters: readonly string[]): string[] {
  const action = withoutComparisons(text)
  const found = new Map<string, number>()
  const note = (prop: string, at: number) => {
    const earlier = found.get(prop)
    if (earlier === undefined || at < earlier) found.set(prop, at)
  }

  for (const match of action.matchAll(/(?<!\p{L})\p{L}+(?:[-'’]\p{L}+)*/gu)) {
    if (match[0].length > 40) continue
    const prop = knownProp(match[0].toLowerCase())
    if (!prop || isPartOfName(action, match.index, match[0], characters)) continue
    if (AMBIGUOUS_PROPS.has(prop) && !isUsedAsNoun(action, match.index, match[0])) continue
    note(prop, match.index)
  }
  for (const match of action.matchAll(/(?<!\p{L})\p{Lu}{3,30}(?:[ -]\p{Lu}{3,30}){0,2}(?!\p{L})/gu)) {
    if (isProp(match[0], action, match.index, characters)) note(singular(match[0].toLowerCase()), match.index)
  }
  return [...found]
    .filter(([prop]) => ![...found.keys()].some((other) => other.endsWith(` ${prop}`)))
    .sort(([, a], [, b]) => a - b)
    .map(([prop]) => prop)
    .slice(0, MAX_PROPS)
}

function isProp(capitals: string, action: string, at: number, characters: readonly string[]): boolean {
  const words = capitals.split(/[ -]/)
  if (words.some((word) => NOT_A_PROP.has(word) || NOT_A_PROP.has(word.replace(/S$/, '')))) return false
  // Writers also shout verbs and measures: `her face FILLS the frame`, `INCHES AWAY`.
  if (
    !/(?<!\p{L})(?:an?|the|his|her|their|its|two|three|this|that)\s+(?:\p{Ll}+\s+)?$/iu.test(
      action.slice(Math.max(0, at - 40), at),
    )
  ) {
    return false
  }
  if (/(?:ING|ED|LY)$/.test(words.at(-1) ?? '')) return false
  // A person's introduction is in capitals and followed by an age: `DR. LIM (50s)`.
  const after = action.slice(at + capitals.length, at + capitals.length + 12)
  if (/^\s*(?:\(|,\s*\d)/u.test(after)) return false
  if (findCharacters(capitals, characters).length > 0) return false
  if (characters.some((name) => name.split(/\s+/).some((part) => words.includes(part)))) return false
  return !isWholeSentenceInCapitals(action, at, capitals.length)
}

/** `SUPER: TEN YEARS LATER` or a shouted slug: capitals there mean nothing. */
function isWholeSentenceInCapitals(action: string, at: number, length: number): boolean {
  const around = action.slice(Math.max(0, at - 30), at + length + 30)
  return !/\p{Ll}{2}/u.test(around)
}

function isPartOfName(action: string, at: number, word: string, characters: readonly string[]): boolean {
  if (!/^\p{Lu}/u.test(word)) return false
  const upper = word.toUpperCase()
  return characters.some(
    (name) =>
      name.split(/\s+/).includes(upper) &&
      findCharacters(action.slice(Math.max(0, at - 40), at + 60), [name]).length > 0,
  )
}

function knownProp(word: string): string | null {
  const base = word.replace(/['’]s$/, '')
  if (PROP_WORDS.has(base)) return base
  const one = singular(base)
  return PROP_WORDS.has(one) ? one : null
}

function singular(word: string): string {
  if (/(?:knives)$/.test(word)) return word.replace(/ves$/, 'fe')
  if (/(?:scarves|loaves|shelves|wolves)$/.test(word)) return word.replace(/ves$/, 'f')
  if (/ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y')
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}
