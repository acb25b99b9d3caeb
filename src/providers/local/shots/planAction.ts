import { findCharacters } from '../analyse/findCharacters'
import { findProps } from '../analyse/props'
import { clip, splitSentences } from '../analyse/sentences'
import { CUES, motionOf } from './cues'
import { type DraftKind, draft, type ShotDraft } from './draft'

/** More sentences than this in one paragraph are read as one beat: nobody boards them one by one. */
const MAX_SENTENCES = 40
/** No rule looks deeper into one sentence than this. */
const MAX_SENTENCE_LENGTH = 2_000

const LOOKS_AT =
  /\b(?:(?:looks?|stares?|peers?|gazes?|glances?) (?:at|through|out|into|down at|up at|over at)|sees?|spots?|notices|watches)\b/i

/** `Keeps filming.` `Stops.` `Turns away.`: whoever was in frame goes on doing something. */
const HAS_NO_SUBJECT =
  /^\p{Lu}\p{Ll}+s(?:[.!…]|$| \p{Ll}+ing\b| (?:up|down|out|away|back|over|again|at|to|off|in|on)\b)/u

export interface ActionContext {
  /** Everybody in the scene. */
  cast: readonly string[]
  /** Who the last sentences were about: `she` and `they` mean them. */
  inFrame: readonly string[]
  progress: number
}

/** One shot per picture in a paragraph: sentences that show the same thing stay together. */
export function planAction(paragraph: string, context: ActionContext): ShotDraft[] {
  const drafts: ShotDraft[] = []
  let inFrame = context.inFrame
  const sentences = splitSentences(paragraph)
  const read = sentences.slice(0, MAX_SENTENCES)
  const rest = sentences.slice(MAX_SENTENCES).join(' ')
  if (rest) read.push(rest)

  for (const sentence of read) {
    const next = planSentence(clip(sentence, MAX_SENTENCE_LENGTH), { ...context, inFrame })
    // Also those an insert leaves out: the next `she` still means them.
    const named = findCharacters(sentence, context.cast)
    if (named.length > 0) inFrame = named
    const last = drafts.at(-1)
    if (last && isSamePicture(last, next)) merge(last, next)
    else drafts.push(next)
  }
  return drafts
}

function planSentence(sentence: string, { cast, inFrame, progress }: ActionContext): ShotDraft {
  const named = findCharacters(sentence, cast)
  const characters = named.length > 0 ? named : pronounTargets(sentence, inFrame)
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
  if (isInsert(sentence, cast, named)) {
    // The hand is in frame, the person is not.
    return draft({ ...base, characters: [], kind: 'insert', purpose: 'insert', weight: 0.7, confidence: 0.7 })
  }
  if (LOOKS_AT.test(sentence) && characters.length > 0 && named.length <= 2) {
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
function isInsert(sentence: string, cast: readonly string[], named: readonly string[]): boolean {
  if (named.length > 1 || /\p{Lu}{2}\s*\(/u.test(sentence)) return false
  return (CUES.insertVerb.test(sentence) || LOOKS_AT.test(sentence)) && findProps(sentence, cast).length > 0
}

function pronounTargets(sentence: string, inFrame: readonly string[]): string[] {
  if (/\b(?:they|them|both|each other|together)\b/i.test(sentence)) return [...inFrame]
  const isAboutTheSame = /\b(?:he|she|him|her|his)\b/i.test(sentence) || HAS_NO_SUBJECT.test(sentence)
  return isAboutTheSame ? inFrame.slice(0, 1) : []
}

/** Whether a beat shows nothing that the picture before it does not: one shot for both. */
export function isSamePicture(a: ShotDraft, b: ShotDraft): boolean {
  if (a.kind !== b.kind || a.text.length + b.text.length > 220) return false
  return b.characters.length === 0
    ? a.characters.length === 0
    : b.characters.every((name) => a.characters.includes(name))
}

/** Lets the first shot show what the second would. */
export function merge(into: ShotDraft, next: ShotDraft) {
  into.text = `${into.text} ${next.text}`
  into.weight = Math.min(2.5, into.weight + next.weight * 0.5)
  into.intensity = Math.max(into.intensity, next.intensity)
}
