import { guessGender, type VoiceGender } from './gender'

/** What a description says of the person it belongs to, and of nobody who is only mentioned in it. */
export interface ReadLooks {
  /** The words that are about the person, lower case: those about a bride, a son, a master are left out. */
  own: string
  /** By what the person is called, then by pronouns; null where neither says. */
  gender: VoiceGender | null
  /** Years; the middle of a decade; null where none is told. */
  years: number | null
  isChild: boolean
}

const CHILDREN = 'child|kid|boy|girl|toddler|baby|infant|schoolboy|schoolgirl'
const FEMALE =
  'woman|girl|schoolgirl|lady|mother|mom|mum|mummy|mama|wife|sister|daughter|granddaughter|aunt|auntie|queen|princess|waitress|actress|hostess|bride|bridesmaid|widow|nun|maid|barmaid|girlfriend|fiancée|duchess|niece|grandma|grandmother|gran|granny|goddess|witch|stewardess|female|mrs|miss|ms|madame|madam'
const MALE =
  'man|boy|schoolboy|gentleman|father|dad|daddy|papa|husband|brother|son|grandson|uncle|king|prince|waiter|actor|groom|bridegroom|widower|monk|priest|boyfriend|fiancé|duke|nephew|grandpa|grandad|grandfather|guy|lad|bloke|chap|barman|policeman|fisherman|salesman|postman|fireman|male|mr|sir'
/** People whose word says nothing of their gender: enough to know that what follows is about somebody else. */
const ANYBODY =
  'child|kid|toddler|baby|infant|twins?|children|kids|boys|girls|men|women|friends?|partner|spouse|lover|parents?|boss|master|captain|colleague|stranger|neighbou?r|patient|client|teacher|nurse|doctor|soldier|guard|cousin|orphan|teenager|teen|person|people'
const letter = '[\\p{L}\\p{N}]'
const PERSON = new RegExp(`(?<!${letter})(?:${FEMALE}|${MALE}|${ANYBODY})(?!${letter})`, 'giu')
const isOne = (words: string) => new RegExp(`^(?:${words})$`, 'iu')
const [IS_FEMALE, IS_MALE, IS_CHILD] = [isOne(FEMALE), isOne(MALE), isOne(CHILDREN)]

/** Behind one of these a person is somebody else: `with his bride`, `father of a boy`, `holding a child`. */
const LINK =
  /(?<![\p{L}'’])(?:with|without|of|for|to|from|by|beside|behind|near|under|over|against|between|like|than|as|and|or|but|in|on|at|next|once|his|her|their|its|my|your|our|who|whose|loves?|hates?|has|had|raises?|raised|\p{L}{3,}(?:ing|ed))(?!\p{L})/giu
/** `bald`, `aged`, `bearded man`: these end like verbs and are looks. */
const LOOKS_LIKE_VERB =
  /^(?:aged|middle-aged|bearded|\p{L}+-(?:eyed|haired|faced|skinned|shouldered|bodied|legged|aged)|weathered|tattooed|tanned|freckled|wrinkled|scarred|retired|married|dressed|tired|wounded|injured|bandaged|crowned|masked|veiled|hooded|uniformed|aging|ageing|imposing|striking|good-looking|looking|balding|greying|graying|young|king|ring)$/iu

const NUMBERS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
}
const COUNT = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`
const DECADES = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
] as const
const MAX_LENGTH = 2_000

/**
 * Reads age, gender and looks from whom they belong to: `40s, man, with his gorgeous bride` is a man of forty,
 * `father of a girl of 10` is no girl and not ten.
 *
 * @param description as stored: age, then looks, in phrases
 * @param name what the person is called; a name that is a word (`OLD WOMAN`) says something too
 */
export function readLooks(description: string | null | undefined, name = ''): ReadLooks {
  const said = (description ?? '').slice(0, MAX_LENGTH).toLowerCase()
  const told = ownPhrases(said)
  const called = ownPhrases(name.slice(0, 200).toLowerCase())
  const noun = told.noun ?? called.noun
  const own = told.phrases.join(', ')
  const years = yearsOf(told.phrases)
  return {
    own,
    gender: genderOfNoun(told.noun) ?? genderOfPronoun(said) ?? genderOfNoun(called.noun),
    years,
    isChild:
      years === null
        ? noun !== null && IS_CHILD.test(noun) && !/\b(?:teen\w*|grown|old(?! enough))\b/.test(own)
        : years < 13,
  }
}

/** By everything that is told; a guess by the name alone where nothing is. */
export function genderOfLooks(looks: ReadLooks, name: string): VoiceGender | null {
  return looks.gender ?? guessGender(name)
}

/** The phrases about the person, and the first word that says what the person is. */
function ownPhrases(text: string): { phrases: string[]; noun: string | null } {
  const phrases: string[] = []
  let noun: string | null = null
  let isOther = false
  for (const phrase of text.split(/[,;.:()\n]|\s[–—-]\s/)) {
    const { own, person, isCut } = ownPart(phrase)
    // `with her son, a boy of 10, …`, `with her son, 10`: what stands beside somebody else is theirs.
    const isApposed = isOther && (person !== null || /^\s*(?:aged? )?\d{1,3}\s*$/.test(phrase))
    if (isApposed) continue
    noun ??= person
    if (own.trim()) phrases.push(own.trim())
    isOther = isCut
  }
  return { phrases, noun }
}

/** A phrase up to where it begins to speak of somebody else. */
function ownPart(phrase: string): { own: string; person: string | null; isCut: boolean } {
  let own = phrase
  let person: string | null = null
  for (const match of phrase.matchAll(PERSON)) {
    const before = phrase.slice(0, match.index)
    const link = [...before.matchAll(LINK)].findLast(([word]) => !LOOKS_LIKE_VERB.test(word))
    if (/^['’]s?\b/.test(phrase.slice(match.index + match[0].length))) {
      // `a man's coat` is a coat.
      own = own.replace(`${match[0]}`, '')
      continue
    }
    if (!link) {
      person ??= match[0]
      continue
    }
    const start = before.slice(0, link.index).search(/(?:\s+(?:with|of|and|to|next|holding|by))+\s*$/)
    return { own: phrase.slice(0, start >= 0 ? start : link.index), person, isCut: true }
  }
  return { own, person, isCut: false }
}

function genderOfNoun(noun: string | null): VoiceGender | null {
  if (noun === null) return null
  return IS_FEMALE.test(noun) ? 'female' : IS_MALE.test(noun) ? 'male' : null
}

/** Whoever has a bride is he who is spoken of: the first pronoun is the person's own. */
function genderOfPronoun(text: string): VoiceGender | null {
  const first = /(?<!\p{L})(?:he|his|him|himself|she|hers?|herself)(?!\p{L})/u.exec(text)?.[0]
  return first === undefined ? null : first.startsWith('h') && !first.startsWith('her') ? 'male' : 'female'
}

/** Years as an age is written: `63`, `a boy of nine`, `40s`, `late fifties`, `12-year-old`. */
function yearsOf(phrases: readonly string[]): number | null {
  for (const phrase of phrases) {
    const years = yearsIn(phrase)
    if (years !== null) return years
  }
  return null
}

function yearsIn(phrase: string): number | null {
  const decade = /\b([1-9])0['’]?s\b/.exec(phrase)?.[1]
  const spelt = DECADES.findIndex((word) => new RegExp(`\\b${word}\\b`).test(phrase))
  if (decade || spelt >= 0) {
    const start = decade ? Number(decade) * 10 : 20 + spelt * 10
    return start + (/\bearly\b/.test(phrase) ? 2 : /\blate\b/.test(phrase) ? 8 : 5)
  }
  const count =
    new RegExp(`^\\s*(?:aged? )?(${COUNT})\\s*(?:$|years?\\b)`).exec(phrase)?.[1] ??
    new RegExp(`\\baged? (${COUNT})\\b`).exec(phrase)?.[1] ??
    new RegExp(`(?:${CHILDREN}|man|woman|lady|lad) of (?:about |some )?(${COUNT})\\b`).exec(phrase)?.[1] ??
    new RegExp(`\\b(${COUNT})[- ]years?[- ]old\\b`).exec(phrase)?.[1]
  if (count === undefined) return /\bteen(?:s|age[dr]?)?\b/.test(phrase) ? 16 : null
  return NUMBERS[count] ?? Number(count)
}
