import { AMBIGUOUS_PROPS } from './propWords'

/** More words that are things only as nouns, which pictures know: `she will`, `he notes`, `they fish`. */
const ALSO_VERBS = new Set(
  `will note case handle drink light fire glass hand park rose file document picture screen dress coat sail wheel saw tool
  ship tax tape bottle crate can shower mop rake broom spade shovel paddle pole pen brush horse duck crow net drum stick
  sheet cloth towel photograph map chart plan string hose line blanket bus carriage van bin tray toast pie dish plate bowl
  dinner supper breakfast catch egg fruit torch needle joint pipe mirror flower flag banner jet rocket shuttle cutter tug
  barge raft canoe boat bike train tram plane cart truck taxi cab car chair stool staff cane id statue tire badge`
    .split(/\s+/)
    .filter(Boolean),
)

const base = (word: string) => word.toLowerCase().replace(/['’]s$/, '')
/** Whether a word is as often something else as a thing. */
const isAmbiguous = (word: string): boolean => {
  const [whole, one] = [base(word), base(word).replace(/e?s$/, '')]
  const withoutS = base(word).replace(/s$/, '')
  return [whole, one, withoutS].some((each) => AMBIGUOUS_PROPS.has(each) || ALSO_VERBS.has(each))
}

/**
 * Whether the word at a place in a text names a thing there: `the hammer`, `Joe's watch`, and not `they watch`, `rain
 * hammers`. A word that is a thing in any case always does.
 */
export function namesThing(text: string, at: number, word: string): boolean {
  return (
    !isAmbiguous(word) ||
    isUsedAsNoun(text, at, word) ||
    isSubject(text, at, word) ||
    isObject(text, at, word)
  )
}

/** `Fish on ice.`, `Boats rock.`: a plural that a sentence begins with. */
function isSubject(text: string, at: number, word: string): boolean {
  return (
    /s$|^(?:fish|mice|geese)$/i.test(word) &&
    /(?:^|[.!?:;,—–-]\s*)$/.test(text.slice(Math.max(0, at - 3), at))
  )
}

/** `juggles oranges`, `taking notes`: a plural right behind what is done. */
function isObject(text: string, at: number, word: string): boolean {
  return (
    /s$/i.test(word) &&
    /(?<![\p{L}'’])\p{Ll}{3,}(?:[^s]s|ing)\s+$/u.test(text.slice(Math.max(0, at - 24), at))
  )
}

/** Behind an article, a possessive, a number or a preposition a word is a noun: `the hammer`, `Joe's watch`. */
export function isUsedAsNoun(action: string, at: number, word: string): boolean {
  if (word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase()) return true
  const before = action.slice(Math.max(0, at - 40), at)
  // `The car swings`, `a pillar and watches`: the same letters as a verb.
  if (/s$/i.test(word) && /(?:\b(?:and|or|then)|(?:^|[^\p{L}])(?:an?|the)\s+\p{L}+)\s+$/iu.test(before))
    return false
  return /(?:^|[^\p{L}])(?:an?|the|his|her|their|its|my|your|our|this|that|some|any|no|with|of|by|and|two|three|four|each|every|another|\p{L}+['’]s?)(?:\s+(?!(?:and|or|then)\s)\p{L}+(?:-\p{L}+)?){0,2}\s+$/iu.test(
    before,
  )
}

/**
 * What only stands in a comparison is not there: `fog lies like milk in a bowl`, `thin as a pencil line`,
 * `no bigger than a coin`. Blanked out, so that positions stay. `She would like a coffee` is no comparison.
 */
export function withoutComparisons(text: string): string {
  const blank = (found: string) => found.replace(/[^\s]/g, ' ')
  return text
    .replace(
      /(?<!\b(?:i|you|we|they|would|should|to|not|don['’]t|doesn['’]t|didn['’]t)\s)(?<!['’]d\s)\blike (?:an?|the|his|her|their|\p{Ll}+)\b[^,.;:!?\n]{0,80}/giu,
      blank,
    )
    .replace(/\bas (?:if|though)\b[^,.;:!?\n]{0,80}/gi, blank)
    .replace(/\b\p{L}+ as an? [^,.;:!?\n]{0,40}/giu, blank)
    .replace(/\bthan an? [^,.;:!?\n]{0,40}/gi, blank)
}
