import type { SceneBrief } from '@/contracts'
import { findCharacters } from './findCharacters'
import { clip, splitSentences } from './sentences'

const MAX_LENGTH = 240
/** A summary is looked for in this many sentences; what matters is rarely deeper in one scene. */
const MAX_SENTENCES = 200

const STATE = /\b(?:is|are|was|were|sits|stands|lies|there)\b/i
const TURN =
  /\b(?:finds?|discovers?|opens?|kills?|shoots?|kiss(?:es)?|leaves?|arrives?|enters?|gives?|takes?|tells?|reveals?|realizes?|realises?|escapes?|runs?|fights?|attacks?|decides?|grabs?|breaks?|sees?|meets?|hands?|refuses?|dies)\b/i

/** One sentence that says what happens: the most telling one of the action, or who speaks to whom. */
export function summarise(scene: SceneBrief): string {
  const sentences = splitSentences(scene.action).slice(0, MAX_SENTENCES)
  let best: { sentence: string; score: number } | null = null
  for (const [index, sentence] of sentences.entries()) {
    const score = tell(sentence, index, sentences.length, scene.characters)
    if (!best || score > best.score) best = { sentence, score }
  }
  if (best) return ended(clip(best.sentence, MAX_LENGTH))

  const speakers = [...new Set(scene.lines.flatMap((line) => line.speakers ?? [line.character]))]
  const place = scene.location || scene.heading || 'an unnamed place'
  if (speakers.length === 0) return ended(clip(`We see ${place}`, MAX_LENGTH))
  if (speakers.length === 1) return ended(clip(`${speakers[0]} speaks in ${place}`, MAX_LENGTH))
  const last = speakers.length > 4 ? `${speakers.length - 3} others` : speakers.at(-1)
  const named = speakers.slice(0, speakers.length > 4 ? 3 : -1).join(', ')
  return ended(clip(`${named} and ${last} talk in ${place}`, MAX_LENGTH))
}

function tell(sentence: string, index: number, count: number, characters: readonly string[]): number {
  const words = sentence.split(' ').length
  return (
    Math.min(3, findCharacters(sentence, characters).length) * 2 +
    (TURN.test(sentence) ? 2 : 0) -
    (STATE.test(sentence) ? 0.5 : 0) +
    (words >= 5 && words <= 30 ? 1 : 0) -
    (words < 3 ? 2 : 0) -
    // Out of its paragraph, nobody knows who "she" is.
    (/^(?:he|she|they|it|his|her|their)\b/i.test(sentence) ? 2.5 : 0) +
    // Between equals the later one: scenes turn at their end.
    (count > 1 ? (index / (count - 1)) * 0.5 : 0)
  )
}

function ended(sentence: string): string {
  if (/[.!?…]["'”’)]?$/.test(sentence)) return sentence
  return `${sentence.replace(/[\s,;:–—-]+$/, '')}.`
}
