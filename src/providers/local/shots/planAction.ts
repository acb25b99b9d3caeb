import { findCharacters } from '../analyse/findCharacters'
import { findProps } from '../analyse/props'
import { clip, splitSentences } from '../analyse/sentences'
import { CUES, motionOf } from './cues'
import { type DraftKind, draft, type ShotDraft } from './draft'

/** More sentences than this in one paragraph are read as one beat: nobody boards them one by one. */
const MAX_SENTENCES = 40
/** No rule looks deeper into one sentence than this. */
const MAX_SENTENCE_LENGTH = 2_000

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
    if (next.characters.length > 0) inFrame = next.characters
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
  if (CUES.insertVerb.test(sentence) && findProps(sentence, cast).length > 0) {
    // The hand is in frame, the person is not.
    return draft({ ...base, characters: [], kind: 'insert', purpose: 'insert', weight: 0.7, confidence: 0.7 })
  }
  if (
    CUES.look.test(sentence) &&
    characters.length === 1 &&
    /\b(?:at|through|out|sees?|spots?|notices|watches)\b/i.test(sentence)
  ) {
    return draft({
      ...base,
      characters: seen(sentence, characters, named),
      kind: 'pov',
      purpose: 'action',
      confidence: 0.6,
    })
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

/** A point of view shows what is looked at, so the one who looks is behind the camera. */
function seen(sentence: string, looking: readonly string[], named: readonly string[]): string[] {
  const looker = named[0] ?? looking[0]
  return findCharacters(sentence, named).filter((name) => name !== looker)
}

function pronounTargets(sentence: string, inFrame: readonly string[]): string[] {
  if (/\b(?:they|them|both|each other|together)\b/i.test(sentence)) return [...inFrame]
  return /\b(?:he|she|him|her|his)\b/i.test(sentence) ? inFrame.slice(0, 1) : []
}

function isSamePicture(a: ShotDraft, b: ShotDraft): boolean {
  if (a.kind !== b.kind || a.text.length + b.text.length > 220) return false
  return b.characters.length === 0
    ? a.characters.length === 0
    : b.characters.every((name) => a.characters.includes(name))
}

function merge(into: ShotDraft, next: ShotDraft) {
  into.text = `${into.text} ${next.text}`
  into.weight = Math.min(2.5, into.weight + next.weight * 0.5)
  into.intensity = Math.max(into.intensity, next.intensity)
}
