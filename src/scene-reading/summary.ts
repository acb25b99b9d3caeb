import type { SceneBrief } from '@/contracts'
import { findCharacters } from './findCharacters'
import { knowPeople } from './people'
import { clip, splitSentences } from './sentences'

const MAX_LENGTH = 240
/** A summary is looked for in this many sentences; what matters is rarely deeper in one scene. */
const MAX_SENTENCES = 200

const STATE = /\b(?:is|are|was|were|sits|stands|lies|there)\b/i
const TURN =
  /\b(?:finds?|discovers?|opens?|kills?|shoots?|kiss(?:es)?|leaves?|arrives?|enters?|gives?|takes?|tells?|reveals?|realizes?|realises?|escapes?|runs?|fights?|attacks?|decides?|grabs?|breaks?|sees?|meets?|hands?|refuses?|dies)\b/i

/** What leans on the sentence before it: out of its place nobody knows who “she” is, or what “then” follows. */
const LEANS =
  /^(?:he|she|they|it|his|her|their|its)\b|^(?:and|but|or|so|then|now|still|again|that|this|these|those)\b|^(?:\p{L}+ ){1,2}(?:it|him|her|them)\b/iu

/** Marks of a list, as montages have them. */
const LIST_MARK = /^(?:[-–—•*]+|\(?\p{L}\)|\d+[.)])\s+/u

/** The sentences of each paragraph: one that leads into speech ends with a colon, and with its paragraph. */
const sentencesOf = (action: string): string[] =>
  action
    .split(/\n\s*\n/)
    .flatMap((paragraph) =>
      splitSentences(paragraph.replace(LIST_MARK, '').replace(/([。！？])(?=\S)/g, '$1 ')),
    )
    .flatMap((sentence) => sentence.split(/(?<=[。！？]) /))

/** One sentence that says what happens: the most telling one of the action, or who speaks to whom. */
export function summarise(scene: SceneBrief): string {
  const sentences = sentencesOf(scene.action).slice(0, MAX_SENTENCES)
  let best: { sentence: string; score: number } | null = null
  for (const [index, sentence] of sentences.entries()) {
    const score = tell(sentence, index, sentences.length, scene.characters)
    if (!best || score > best.score) best = { sentence, score }
  }
  if (best) return ended(clip(started(asRetold(best.sentence, scene)), MAX_LENGTH))

  const { displayName } = knowPeople(scene)
  const speakers = [...new Set(scene.lines.flatMap((line) => line.speakers ?? [line.character]))].map(
    displayName,
  )
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
    (LEANS.test(sentence) ? 2.5 : 0) +
    // Between equals the later one: scenes turn at their end.
    (count > 1 ? (index / (count - 1)) * 0.5 : 0)
  )
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A sentence of the page as it is told elsewhere: a page writes a name in capitals where it brings somebody in, with age
 * and dress behind it (`IDA (50, oilskins) steers`), which is Ida here.
 */
function asRetold(sentence: string, scene: SceneBrief): string {
  const { displayName } = knowPeople(scene)
  const shown = new Map(scene.characters.map((name) => [name.toUpperCase(), displayName(name)]))
  const names = [...shown.keys()].filter(Boolean).sort((a, b) => b.length - a.length)
  if (names.length === 0) return sentence
  const name = new RegExp(
    `(?<![\\p{L}\\p{N}])((?:\\p{Lu}{2,}\\s+){0,3})(${names.map(literally).join('|')})(?![\\p{L}\\p{N}])(['’]S(?!\\p{L}))?(\\s*\\([^()]{1,120}\\))?`,
    'giu',
  )
  return sentence.replace(
    name,
    (found, before: string, typed: string, own: string | undefined, about: string | undefined) => {
      const who = shown.get(typed.toUpperCase())
      // McADAIR is in capitals, too; Ida is written as people write her.
      if (!who || !/\p{Lu}{2}|^\p{Lu}$/u.test(typed) || typed === who) return found
      const first = before.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, letter, rest) => letter + rest.toLowerCase())
      return `${first}${who}${own ? `${own.toLowerCase()}${about ?? ''}` : ''}`
    },
  )
}

const started = (sentence: string): string => sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

function ended(sentence: string): string {
  if (/[.!?…。！？]["'”’)」]?$/.test(sentence)) return sentence
  return `${sentence.replace(/[\s,;:–—-]+$/, '')}.`
}
