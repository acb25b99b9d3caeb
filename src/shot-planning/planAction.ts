import {
  clip,
  findCharacters,
  findProps,
  type KnownPeople,
  NOBODY_KNOWN,
  splitSentences,
} from '@/scene-reading'
import { CUES, motionOf } from './cues'
import { type DraftKind, draft, type ShotDraft } from './draft'

/** More sentences than this in one paragraph are read as one beat: nobody boards them one by one. */
const MAX_SENTENCES = 40
/** No rule looks deeper into one sentence than this. */
const MAX_SENTENCE_LENGTH = 2_000

/** `She watches` is a picture of her: only what says that something is seen makes one of that. */
const LOOKS_AT =
  /\b(?:(?:looks?|stares?|peers?|gazes?|glances?) (?:at|through|out|into|down at|up at|over at)|sees?|spots?|notices)\b/i

/** Who looks does something else, too, that is to be seen: `Peter stares at the sea, smoking.` */
const ALSO_ACTS = /,\s*(?:and\s+|still\s+)?\p{Ll}+ing\b(?!\s+(?:at|out|into|through)\b)/u

/** The text itself asks for it: `MARA'S POV: the empty road.` */
const SAYS_POV = /\bP\.?O\.?V\b|\bpoint of view\b|\bthrough (?:his|her|their|\p{L}+['’]s) eyes\b/iu

/** `Keeps filming.` `Stops.` `Turns away.`: whoever was in frame goes on doing something. */
const HAS_NO_SUBJECT =
  /^\p{Lu}\p{Ll}+s(?:[.!…]|$| \p{Ll}+ing\b| (?:it|them|him|her|up|down|out|away|back|over|again|at|to|off|in|on)\b)/u

export interface ActionContext {
  /** Everybody in the scene. */
  cast: readonly string[]
  /** Who the last sentences were about and who spoke, the latest first: `she` and `they` mean them. */
  inFrame: readonly string[]
  people?: KnownPeople
  progress: number
}

/** `-- Mila punches tickets.`, `A) …`, `3. …`: an entry of a list, as montages are written. */
const LIST_MARK = /^\s*(?:[-–—•*]{1,3}|\(?\p{Lu}\)|\d{1,2}[.)])\s+(?=\S)/u

/** The entries of a paragraph that is a list, without their marks; null where it is none. */
export function listEntries(paragraph: string): string[] | null {
  if (!LIST_MARK.test(paragraph)) return null
  const entries: string[] = []
  for (const line of paragraph.split('\n')) {
    if (LIST_MARK.test(line)) entries.push(line.replace(LIST_MARK, ''))
    else entries.push(`${entries.pop() ?? ''} ${line.trim()}`)
  }
  return entries
}

/** One shot per picture in a paragraph: sentences that show the same thing stay together. */
export function planAction(paragraph: string, context: ActionContext): ShotDraft[] {
  const drafts: ShotDraft[] = []
  let inFrame = context.inFrame
  let isFirst = true
  const sentences = splitSentences(paragraph)
  const read = sentences.slice(0, MAX_SENTENCES)
  const rest = sentences.slice(MAX_SENTENCES).join(' ')
  if (rest) read.push(rest)

  for (const sentence of read) {
    const next = planSentence(clip(sentence, MAX_SENTENCE_LENGTH), {
      ...context,
      // `Stops.` goes on with what was said before it; `Lanterns.` at the start says nothing of anybody.
      inFrame: isFirst && /^\S+$/.test(sentence) ? [] : inFrame,
    })
    isFirst = false
    // Also those an insert leaves out: the next `she` still means them.
    const named = findCharacters(sentence, context.cast, context.people?.also)
    inFrame = [...new Set([...named, ...next.characters, ...inFrame])]
    const last = drafts.at(-1)
    if (last && (isSamePicture(last, next) || isAfterthought(sentence, named, last))) merge(last, next)
    else drafts.push(next)
  }
  return drafts
}

/** `Off. On. Off.`, `Skiers. A priest.`: too little for a picture of its own. */
function isAfterthought(sentence: string, named: readonly string[], last: ShotDraft): boolean {
  return named.length === 0 && sentence.split(/\s+/).length <= 2 && last.text.length + sentence.length <= 220
}

function planSentence(
  sentence: string,
  { cast, inFrame, progress, people = NOBODY_KNOWN }: ActionContext,
): ShotDraft {
  const named = findCharacters(sentence, cast, people.also)
  const characters =
    named.length > 0
      ? withObject(sentence, named, inFrame, people)
      : pronounTargets(sentence, inFrame, people)
  const base = { text: sentence, progress, characters }
  const motion = motionOf(sentence)

  if (motion === 'chase' || motion === 'fight') {
    return draft({
      ...base,
      kind: 'action',
      purpose: 'action',
      weight: 1.1,
      intensity: 0.8,
      confidence: 0.75,
    })
  }
  if (SAYS_POV.test(sentence)) {
    const owner = ownerOfView(sentence, named)
    const seen = named.filter((name) => name !== owner)
    return draft({ ...base, characters: seen, kind: 'pov', purpose: 'action', confidence: 0.7 })
  }
  if (isInsert(sentence, cast, named, characters) && !isPosture(sentence, characters)) {
    // The hand is in frame, the person is not.
    return draft({ ...base, characters: [], kind: 'insert', purpose: 'insert', weight: 0.7, confidence: 0.7 })
  }
  if (looksFirst(sentence) && characters.length > 0 && named.length <= 2) {
    // A point of view shows what is looked at: the one who looks is behind the camera.
    const seen = named.slice(1)
    return draft({ ...base, characters: seen, kind: 'pov', purpose: 'action', confidence: 0.6 })
  }
  if (CUES.face.test(sentence) && characters.length === 1 && !motion) {
    return draft({
      ...base,
      kind: 'reaction',
      purpose: 'reaction',
      weight: 0.8,
      intensity: 0.6,
      confidence: 0.65,
    })
  }
  const isGroup = characters.length >= 3 || CUES.group.test(sentence)
  const kind: DraftKind = characters.length >= 2 || isGroup ? 'master' : 'action'
  return draft({
    ...base,
    kind,
    purpose: kind === 'master' ? 'master' : 'action',
    weight: motion ? 1.1 : 1,
    confidence: characters.length > 0 ? 0.65 : 0.45,
  })
}

/** A thing is handled or looked at, and nobody is being introduced while doing so: `MARA (30s) holds a gun`. */
function isInsert(
  sentence: string,
  cast: readonly string[],
  named: readonly string[],
  characters: readonly string[],
): boolean {
  if (named.length > 1 || /\p{Lu}{2}\s*\(/u.test(sentence)) return false
  if (characters.length === 0 && (isAboutThing(sentence, cast) || isSpill(sentence))) return true
  // What only hands can do is no insert where there are none: `the car takes up the rhythm`.
  const isShown = characters.length > 0 ? CUES.insertVerb.test(sentence) : SHOWS_ITSELF.test(sentence)
  return (isShown || looksFirst(sentence)) && findProps(sentence, cast).length > 0
}

/** `Tea slops over the chart.`, `Blood drips from the blade.`: what flows is seen close. */
const SPILL =
  /\b(?:tea|coffee|wine|beer|milk|ink|soup|paint|oil|blood|water|whisk(?:e)?y|sauce|wax)\b[^.;]{0,40}?\b(?:slops?|slosh\w*|spills?|drips?|splash\w*|leaks?|trickles?|oozes?|seeps?|soaks?|stains?|pools?|spreads?|spurts?|runs (?:down|over|across|from)|drops)\b/i
/** A flood is no insert. */
const isSpill = (sentence: string): boolean =>
  SPILL.test(sentence) && !/\b(?:sea|river|deck|hull|street|floods?|waves?)\b/i.test(sentence)

const SHOWS_ITSELF =
  /\b(?:reads|rings?|buzz\w*|vibrates?|the screen|displays?|shows|ticks?|strikes|crackles?|glows?|flickers?|smok(?:es|ing)|lies|burns?|falls? (?:to|on|off|from)|rolls?|bears)\b/i
/** Named first and still no detail: one cannot be close to them. */
const LARGE =
  /^(?:car|cable car|truck|van|bus|taxi|cab|train|tram|plane|airplane|jet|helicopter|boat|ship|yacht|ambulance|tank|spaceship|fireplace)$/

/** `The clock over the dock: twenty to six.`: a thing is what the picture is of. */
function isAboutThing(sentence: string, cast: readonly string[]): boolean {
  const start =
    /^(?:(?:the|an?|on (?:the|an?) \p{L}+,?)\s+)?(?:[\p{L}-]+\s*){1,3}/iu.exec(sentence)?.[0] ?? ''
  if (!/^(?:the|an?|on)\b/i.test(start)) return false
  // What moves through the picture is seen from where it can move.
  if (/\b(?:comes?|goes|moves?|climb\w*|far|below|distance|hangs? in)\b/i.test(sentence)) return false
  return findProps(start, cast).some((prop) => !LARGE.test(prop))
}

/** Looking comes first in it: `She stands behind a pillar and watches` is a picture of her. */
function looksFirst(sentence: string): boolean {
  const look = LOOKS_AT.exec(sentence)
  if (!look || look.index > 24 || /\beach other\b/i.test(sentence)) return false
  const seen = sentence.slice(look.index + look[0].length)
  // Something is looked at, and nothing else is done: else who looks is the picture.
  return /^\s+[^\s,.;:!?…–—-]/.test(seen) && !ALSO_ACTS.test(seen)
}

/** Whose eyes a text asks to see through; null where it does not say. */
function ownerOfView(sentence: string, named: readonly string[]): string | null {
  const upper = sentence.toUpperCase()
  const isOwner = (name: string) =>
    [`${name}'S P`, `${name}’S P`, `${name} P`].some((each) => upper.includes(each))
  return named.find(isOwner) ?? null
}

/** `Emil holds his hat in front of him`: how somebody stands there, not a thing to look at closely. */
function isPosture(sentence: string, characters: readonly string[]): boolean {
  return (
    characters.length > 0 &&
    /\b(?:holds?|takes? off|puts? on|tips)\b/i.test(sentence) &&
    /\b(?:both hands|in front of|against|to (?:his|her|their) (?:chest|side|heart)|(?:his|her|their) (?:hat|cap|coat|breath|head|hands?))\b/i.test(
      sentence,
    )
  )
}

const PRONOUNS = [
  { gender: 'male', anywhere: /\b(?:he|him|himself)\b/i, possessive: /\bhis\b/i },
  // `her` is also possessive; it means the person where nothing follows that could be hers.
  {
    gender: 'female',
    anywhere: /\b(?:she|herself)\b|\bher(?=\s*(?:[,.;:!?…]|$|and\b|to\b|with\b|at\b))/i,
    possessive: /\bher\b/i,
  },
] as const

/** Who a pronoun of a gender means: the latest who fits, else the latest of whom nothing is known. */
function meant(
  gender: 'female' | 'male',
  inFrame: readonly string[],
  people: KnownPeople,
): string | undefined {
  return (
    inFrame.find((name) => people.genderOf(name) === gender) ??
    inFrame.find((name) => people.genderOf(name) === null)
  )
}

/** Whom pronouns mean, in the order in which they stand. */
function pronounTargets(sentence: string, inFrame: readonly string[], people: KnownPeople): string[] {
  if (/\b(?:they|them|both|each other|together)\b/i.test(sentence)) return inFrame.slice(0, 2)
  const find = (kind: 'anywhere' | 'possessive') =>
    PRONOUNS.map(({ gender, [kind]: words }) => ({ gender, at: sentence.search(words) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
      .map(({ gender }) => meant(gender, inFrame, people))
      .filter((name) => name !== undefined)
  const who = find('anywhere')
  if (who.length > 0) return [...new Set(who)]
  const whose = find('possessive')
  return whose.length > 0 ? whose.slice(0, 1) : HAS_NO_SUBJECT.test(sentence) ? inFrame.slice(0, 1) : []
}

/** `Ruta looks at him`: one is named, the other only by a pronoun of the other gender. */
function withObject(
  sentence: string,
  named: readonly string[],
  inFrame: readonly string[],
  people: KnownPeople,
): string[] {
  const gender = named.length === 1 ? people.genderOf(named[0] as string) : null
  const other = PRONOUNS.find((pronoun) => gender !== null && pronoun.gender !== gender)
  const target =
    other?.anywhere.test(sentence) && inFrame.find((name) => people.genderOf(name) === other.gender)
  return target && !named.includes(target) ? [...named, target] : [...named]
}

/** Whether a beat shows nothing that the picture before it does not: one shot for both. */
export function isSamePicture(a: ShotDraft, b: ShotDraft): boolean {
  if (a.entry !== b.entry) return false
  if (a.kind !== b.kind || a.text.length + b.text.length > 220) return false
  return b.characters.length === 0
    ? a.characters.length === 0
    : b.characters.every((name) => a.characters.includes(name))
}

/** Lets the first shot show what the second would. */
export function merge(into: ShotDraft, next: ShotDraft) {
  into.text = `${into.text} ${next.text}`
  into.action = [...new Set([...into.action, ...next.action])]
  into.weight = Math.min(2.5, into.weight + next.weight * 0.5)
  into.intensity = Math.max(into.intensity, next.intensity)
}
