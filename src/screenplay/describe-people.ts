import { MAX_NAME_LENGTH } from './cue-kinds'
import { pushTo } from './push-to'
import type { BreakdownCharacter } from './types'

/** Somebody who speaks, before anything is known of them but their lines. */
export type SpeakingPerson = Pick<
  BreakdownCharacter,
  'name' | 'displayName' | 'aliases' | 'lineCount' | 'scenes'
>

/** Action longer than this is no introduction; the rest of the paragraph is not looked at. */
const MAX_PARAGRAPH = 4_000
/** People beyond this many are extras: nobody is introduced by then. */
const MAX_PEOPLE = 400

const DECADE = /(?:[1-9]0['’]?s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)/
const AGE = new RegExp(
  `^(?:(?:is |just |about |around |aged? |in (?:his|her|their) )*)((?:(?:early|mid|late)[ -])?(?:to[ -]late[ -])?${DECADE.source}|\\d{1,3}(?=$|\\s*(?:years?|yrs?|-year|yo\\b|or so|ish|ans\\b|años\\b|anos\\b|anni\\b|Jahre|jaar|år\\b|лет|років))|elderly|middle-aged|teenaged?|teenager|child|toddler|ageless)`,
  'i',
)

const FEMALE =
  /\b(?:WOMAN|GIRL|MOTHER|MOM|MUM|GRANDMOTHER|GRANDMA|GRAN|SISTER|DAUGHTER|AUNT|WIFE|WIDOW|LADY|QUEEN|PRINCESS|BRIDE|NUN|WAITRESS|ACTRESS|MRS|MISS|MS)\b/
const MALE =
  /\b(?:MAN|BOY|FATHER|DAD|GRANDFATHER|GRANDPA|GRANDAD|BROTHER|SON|UNCLE|HUSBAND|WIDOWER|GENTLEMAN|KING|PRINCE|GROOM|PRIEST|MONK|WAITER|MR|SIR)\b/

/**
 * Adds what the script itself says of its people: age and looks from the introduction (`RUTA (63), sleeves
 * rolled, …`), gender from pronouns near the name and from role words, the role by share of the lines. Says
 * nothing where the script does not; what a name sounds like is no evidence.
 */
export function describePeople(
  people: readonly SpeakingPerson[],
  action: readonly string[],
): BreakdownCharacter[] {
  const paragraphs = action.map((text) => text.replace(/\s+/g, ' ').slice(0, MAX_PARAGRAPH))
  const most = Math.max(0, ...people.map(({ lineCount }) => lineCount))
  const known = people.slice(0, MAX_PEOPLE)
  const matchers = new Map(known.map((person) => [person.name, matcherOf(person)]))
  const mayName = indexPeople(matchers)
  const mentions = new Map<string, string[]>()
  for (const text of paragraphs) for (const name of mayName(text)) pushTo(mentions, name, text)
  const votes = countPronouns(paragraphs, matchers, mayName)
  return people.map((person) => {
    const matcher = matchers.get(person.name)
    const { age, looks } = introduction(mentions.get(person.name) ?? [], matcher?.pattern ?? /(?!)/g)
    return {
      ...person,
      age: age ?? ageOfRole(person),
      gender: genderOf(person, votes.get(person.name) ?? 0),
      looks: looks.length > 0 ? looks.join(', ').slice(0, 300) : null,
      role: roleOf(person.lineCount, most),
    }
  })
}

/** Leads have most of the lines, or nearly as many; one or two lines beside them are a small part. */
function roleOf(lines: number, most: number): BreakdownCharacter['role'] {
  if (lines >= 3 && lines >= most * 0.75) return 'protagonist'
  return lines <= 2 && most >= 3 ? 'minor' : 'supporting'
}

/** Of one person, aliases included. */
const MAX_NAMES = 50

/** A regular expression per person and sentence would take seconds in a long script, so words are looked up first. */
interface Matcher {
  /** The first word of each name, lower case. */
  starts: string[]
  pattern: RegExp
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whom a text may name, by its words. */
function indexPeople(matchers: ReadonlyMap<string, Matcher>): (text: string) => Set<string> {
  const byWord = new Map<string, string[]>()
  for (const [name, { starts }] of matchers) for (const start of starts) pushTo(byWord, start, name)
  return (text) => new Set(wordsOf(text).flatMap((word) => byWord.get(word) ?? []))
}

function matcherOf({ name, aliases }: SpeakingPerson): Matcher {
  // What a damaged file calls a person can be of any length and number; an expression of it would be refused.
  const typed = [name, ...aliases]
    .filter((each) => each.length > 1 && each.length <= MAX_NAME_LENGTH)
    .slice(0, MAX_NAMES)
  const names = typed.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return {
    starts: typed.flatMap((each) => wordsOf(each).slice(0, 1)),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|') || '$^'})(?![\\p{L}\\p{N}])`, 'giu'),
  }
}

/** The first place where a name is followed by an age or by looks, the way scripts introduce people. */
function introduction(
  paragraphs: readonly string[],
  pattern: RegExp,
): { age: string | null; looks: string[] } {
  let looks: string[] = []
  for (const text of paragraphs) {
    // Not matchAll, which compiles the pattern again each time.
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const isTypedBig = match[0] === match[0].toUpperCase() || /\p{Lu}{3}/u.test(match[0])
      const after = text
        .slice(match.index + match[0].length, match.index + match[0].length + 240)
        // A surname that the cues leave out: LENA HOLM (38).
        .replace(isTypedBig ? /^(?:\s+\p{Lu}[\p{Lu}'’-]+){1,2}(?=\s*[(,])/u : /(?!)/, '')
      const before = text.slice(Math.max(0, match.index - 40), match.index)
      const found = readIntroduction(after, before, NOT_NOW.test(sentenceAround(text, match.index)))
      if (looks.length === 0 && isTypedBig) looks = found.looks
      if (found.age) return { age: found.age, looks: looks.length > 0 ? looks : found.looks }
    }
  }
  return { age: null, looks }
}

/** The sentence that a place in a text is in. */
function sentenceAround(text: string, at: number): string {
  const from =
    Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('! ', at), text.lastIndexOf('? ', at)) + 1
  const end = text.slice(at).search(/[.!?](?:\s|$)/)
  return text.slice(from, end === -1 ? undefined : at + end)
}

function readIntroduction(
  after: string,
  before: string,
  isNotNow: boolean,
): { age: string | null; looks: string[] } {
  if (isNotNow) return { age: null, looks: [] }
  const parenthesis = /^\s*\(([^()]{1,120})\)/.exec(after)
  const inside = parenthesis?.[1] ?? ''
  const behind = after.slice(parenthesis?.[0].length ?? 0)
  const parts = inside.split(/\s*[,;/]\s*/).filter(Boolean)
  const apposed = /^\s*,\s*(.*)$/s.exec(behind)?.[1] ?? ''
  const phrases = apposed ? phrasesOf(apposed) : []
  const told = /^[\s,]*(?:is |a (?:man|woman|boy|girl) )?(in (?:his|her|their) [^,.;]{3,24})/i.exec(
    behind,
  )?.[1]
  const old = /\b(\d{1,3})[- ]years?[- ]old\s*$/i.exec(before)?.[1]
  let age = old ?? null
  const looks: string[] = []
  // Behind the first phrase an age may be somebody else's: `holding a boy, 8, by the hand`.
  const own = new Set([...parts, ...phrases.slice(0, 1), ...(told ? [told] : [])])
  let isOther = false
  for (const part of [...parts, ...phrases, ...(told ? [told] : [])]) {
    const said = AGE.exec(part)?.[1]
    if (said && own.has(part)) age ??= said.toLowerCase()
    else if (SOMEBODY.test(part) && !APPOSED.test(part)) isOther = true
    else if (!said && !isOther && !/^(?:V\.?O|O\.?S|O\.?C|CONT)/i.test(part)) looks.push(part)
  }
  return { age, looks }
}

/** `sleeves rolled, feels the cable` gives what stands between commas; the clause with the verb is left. */
function phrasesOf(text: string): string[] {
  const sentence = /^[^.!?;:]*/.exec(text)?.[0] ?? ''
  const all = sentence.split(/\s*,\s*/)
  // From somebody else on, what follows is theirs.
  const other = all.findIndex((clause) => SOMEBODY.test(clause) && !APPOSED.test(clause.trim()))
  const clauses = other === -1 ? all : all.slice(0, other)
  return clauses
    .filter((clause, index) => {
      const isShort = clause.trim() !== '' && clause.split(' ').length <= 6
      if (AGE.test(clause)) return true
      // Between commas it is an aside; at the end only what cannot begin a clause with a verb.
      return isShort && (index < clauses.length - 1 || /^(?:his|her|their|an?|in|with|no) /i.test(clause))
    })
    .filter((clause) => !/^(?:who|and|then|but|as|when|while|\p{L}+ing)\b/iu.test(clause))
    .slice(0, 4)
}

/** A name that is a role says how old: OLD MAN, LITTLE GIRL, TEENAGE BOY. */
function ageOfRole({ name, aliases }: SpeakingPerson): string | null {
  const words = [name, ...aliases].join(' ').toUpperCase()
  if (/\b(?:OLD|ELDERLY) |\b(?:GRANDMA|GRANDPA|GRANDMOTHER|GRANDFATHER|GRANNY)\b/.test(words)) return 'old'
  if (/\bTEEN/.test(words)) return 'teens'
  return /\b(?:BOY|GIRL|CHILD|KID|TODDLER)\b/.test(words) ? 'child' : null
}

function genderOf({ name, aliases }: SpeakingPerson, votes: number): 'female' | 'male' | null {
  const words = [name, ...aliases].map((each) => headOf(each.toUpperCase())).join(' ')
  const isFemale = FEMALE.test(words)
  if (isFemale !== MALE.test(words)) return isFemale ? 'female' : 'male'
  // One sentence can mislead; two that disagree say nothing.
  return votes > 0 ? 'female' : votes < 0 ? 'male' : null
}

/** Whom a role names: the KING'S DAUGHTER is the daughter, the MAN WITH A BRIDE the man, a GIRL'S VOICE the girl. */
function headOf(name: string): string {
  const head = name.split(/\s+(?:WITH|OF|IN|FROM|AND|AT|BY|WITHOUT|BEHIND|NEXT)\s/)[0] as string
  const owned = /^(.*)['’]S?\s+(.+)$/.exec(head)
  if (!owned) return head
  return /^(?:VOICE|SHADOW|FACE|GHOST)\b/.test(owned[2] as string)
    ? (owned[1] as string)
    : (owned[2] as string)
}

/** She counts up and he down, for whoever alone is named in the sentence or was in the one before. */
function countPronouns(
  paragraphs: readonly string[],
  matchers: ReadonlyMap<string, Matcher>,
  mayName: (text: string) => Set<string>,
): Map<string, number> {
  const votes = new Map<string, number>()
  for (const text of paragraphs) {
    let last: string | null = null
    for (const sentence of text.split(/(?<=[.!?])\s+/)) {
      const lower = sentence.toLowerCase()
      const named = [...mayName(sentence)].flatMap((name) => {
        const pattern = matchers.get(name)?.pattern
        if (!pattern) return []
        pattern.lastIndex = 0
        const match = pattern.exec(sentence)
        return match ? [{ end: pattern.lastIndex, length: match[0].length, name }] : []
      })
      const [only] = named
      // In `Ruta's shape moves. He leaves.` he is not Ruta.
      if (named.length > 1 || (only && /^['’]s\b/.test(sentence.slice(only.end)))) last = null
      else if (only) last = only.name
      else if (!/^(?:s?he|his|her)\b/.test(lower)) continue
      if (last === null) continue
      const told = only && apposed(sentence.slice(only.end))
      if (told) {
        votes.set(last, (votes.get(last) ?? 0) + 3 * told)
        continue
      }
      // Somebody else is in the sentence: whose the pronouns are, here and after, is anybody's guess.
      const others = only ? sentence.slice(0, only.end - only.length) + sentence.slice(only.end) : sentence
      if (
        SOMEBODY.test(others) ||
        /(?<!\band )(?<=\p{Ll} )\p{Lu}\p{Ll}+|(?<!\p{L})\p{Lu}{3,}(?!\p{L})/u.test(others)
      ) {
        last = null
        continue
      }
      votes.set(last, (votes.get(last) ?? 0) + pronounsOf(lower))
    }
  }
  return votes
}

/** People who are not named: what is said of them is not said of whoever is. */
const SOMEBODY =
  /\b(?:wom[ae]n|m[ae]n|girls?|boys?|lad(?:y|ies)|brides?|grooms?|wi(?:fe|ves)|husbands?|mothers?|fathers?|mum|mom|dad|sisters?|brothers?|daughters?|sons?|child(?:ren)?|kids?|bab(?:y|ies)|friends?|girlfriends?|boyfriends?|lovers?|nurses?|waitress(?:es)?|waiters?|guards?|strangers?|old man|nuns?|priests?|queens?|kings?|teenagers?|widows?|partner|fianc[ée]e?)\b/i

/** `a tall woman`: of the person, not beside the person. */
const APPOSED = /^an?\s+(?:[\p{L}-]+\s+){0,3}(?:woman|man|girl|boy|lady|gentleman)$/iu

/** Phrases in which a person is remembered or pictured: the age there is not the age now. */
const NOT_NOW =
  /\b(?:remember(?:s|ed|ing)?|memor(?:y|ies)|photo(?:s|graph|graphs)?|picture[sd]?|portrait|painting|snapshot|polaroid|younger|once|used to|when (?:he|she|they) (?:was|were)|as a (?:boy|girl|child|kid)|dream(?:s|t|ing|ed)?|imagin\w+|flashback|mirror|back then|years? ago)\b/i

/** `ANNA, a woman of few words`, `ANNA (40s), a tall woman`, `ANNA is a girl`: 1 for her, -1 for him, 0 for neither. */
function apposed(after: string): -1 | 0 | 1 {
  const found =
    /^\s*(?:\([^()]{0,120}\))?(?:\s*,|\s+is|\s+was)\s+(?:\d+,\s+)?an?\s+(?:[\p{L}-]+[ ,]+){0,3}?(woman|girl|lady|man|boy|gentleman|widow|widower)\b/iu.exec(
      after,
    )?.[1]
  if (!found) return 0
  return /^(?:woman|girl|lady|widow)$/i.test(found) ? 1 : -1
}

/** 1 for she, -1 for he. `her` and `him` as objects are somebody else, and so is whose hand one takes. */
function pronounsOf(lower: string): number {
  const own = lower.replace(
    /\b(?:takes|touches|kisses|holds|grabs|strokes|squeezes|shakes|meets|watches|sees|follows|wipes|catches)\s+(?:his|her)\b/g,
    '',
  )
  const she =
    own.match(
      /\b(?:she|hers|herself)\b|\bher(?= (?!to\b|in\b|on\b|at\b|and\b|by\b|with\b|as\b|from\b|for\b|up\b|down\b|a\b|the\b)\p{L})/gu,
    )?.length ?? 0
  const he = own.match(/\b(?:he|his|himself)\b/g)?.length ?? 0
  return Math.sign(she - he)
}
