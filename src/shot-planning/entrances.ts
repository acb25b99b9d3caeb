import { findCharacters, type KnownPeople, splitSentences } from '@/scene-reading'
import { isOffScreen, speakersOf } from './cues'
import type { OrderedBeat } from './orderBeats'

/** What somebody does who was not in the picture before. `walks in the rain` is none of it. */
const COMES = new RegExp(
  String.raw`\b(?:(?:re-?)?enters?|arrives?|(?:re)?appears?|emerges?|comes? (?:in|inside|into|through|out|up|down|back|over|aboard|home)|` +
    `(?:walks?|steps?|strides?|strolls?|wanders?|runs?|rushes|hurries|staggers?|stumbles?|storms?|bursts?|bounds?|barges?|slips?|sneaks?|climbs?|crawls?|marches|shuffles?|limps?|sweeps?|rides?|drives?|pulls?) ` +
    String.raw`(?:in(?! (?:the|an?|his|her|their|its|\w+ing)\b)|into|inside|up\b|through the|aboard|out (?:of|from)|back in)|joins? (?:(?:them|him|her|us|the others)\b|$))`,
  'iu',
)

/** `In walks MARA`, `Enter the GUARD`, `The door opens: JOE`. What stands right before the name. */
const BROUGHT =
  /(?:\benter|\b(?:walks|comes|steps|bursts|strides|rushes|runs|appears|emerges|arrives)|\bdoor\b[^.]{0,30}\b(?:opens?|opening|swings? open)\b[^.]{0,30})[\s:,–—-]+(?:(?:an?|the|old|young)\s+)*$/i

/** Between a name and what they do: who comes in instead, or whether they do at all. */
const ANOTHER =
  /\b(?:as|when|while|until|till|before|after|if|he|she|they|it|we|who|someone|somebody|nobody|not|never|to|can|could|may|must|would|should)\b/i

/** Named, and not there: spoken of, waited for, seen in a picture. What stands right before the name. */
const SPOKEN_OF =
  /\b(?:wait(?:s|ed|ing)?(?: \w+){0,2} for|await(?:s|ed|ing)?|expect(?:s|ed|ing)?|think(?:s|ing)? (?:of|about)|remember(?:s|ed|ing)?|miss(?:es|ed|ing)?|(?:call|look|search|listen)(?:e?s|ed|ing)?(?: \w+)? for|without|about|where is|named?|called|(?:photo(?:graph)?|picture|portrait|image|drawing|statue|name|voice|memory|news|sign) of|(?:letter|call|message|note|text|word)s? (?:from|to|for))\s+(?:(?:an?|the|old|young)\s+)*$/i

interface Mention {
  before: string
  after: string
}

/** Where a sentence names somebody: what stands before it, and what follows until the next one who is named. */
function mentionsIn(sentence: string, cast: readonly string[], people: KnownPeople): Map<string, Mention> {
  const lower = sentence.toLowerCase()
  const found = findCharacters(sentence, cast, people.also)
    .map((name) => {
      const words = [name, ...(people.also.get(name) ?? [])].map((each) => each.toLowerCase())
      const [first] = words
        .map((word) => ({ start: lower.indexOf(word), end: lower.indexOf(word) + word.length }))
        .filter(({ start }) => start >= 0)
        .sort((a, b) => a.start - b.start || b.end - a.end)
      return { name, start: first?.start ?? 0, end: first?.end ?? 0 }
    })
    .sort((a, b) => a.start - b.start)
  const mentions = new Map<string, Mention>()
  for (const [index, { name, start, end }] of found.entries()) {
    // `Ann and Bob come in`: what the last of them does, all do.
    let last = index
    while (
      /^[\s,]*(?:and|&|with)?[\s,]*$/i.test(sentence.slice(found[last]?.end, found[last + 1]?.start)) &&
      found[last + 1]
    )
      last += 1
    mentions.set(name, {
      before: sentence.slice(0, start),
      after: sentence.slice(last === index ? end : found[last]?.end, found[last + 1]?.start),
    })
  }
  return mentions
}

/** Whether what follows a name is that they come in: `MARA (30s), soaked to the skin, comes in.` */
function comesIn({ before, after }: Mention): boolean {
  if (BROUGHT.test(before)) return true
  const bare = after.replace(/\([^)]*\)/g, ' ')
  const at = bare.search(COMES)
  if (at < 0 || /^['’]s\b/.test(bare)) return false
  const between = bare.slice(0, at).replace(/,[^;:.]*,/g, ' ')
  return !ANOTHER.test(between) && between.split(/[\s,]+/).filter(Boolean).length <= 3
}

/** Whether a name stands for somebody whom the picture cannot show: their coat, their letter, a word about them. */
const isSpokenOf = ({ before, after }: Mention): boolean =>
  SPOKEN_OF.test(before) || /^['’]s?\s/.test(after) || (before.match(/["“”]/g) ?? []).length % 2 === 1

/**
 * With which beat people come into a scene. Only who comes in by what the action says, and was neither seen nor heard
 * in the picture before it: everybody else is there from the start.
 */
export function entrances(
  beats: readonly OrderedBeat[],
  cast: readonly string[],
  people: KnownPeople,
): Map<string, number> {
  const comes = new Map<string, number>()
  let unseen = [...cast]
  const seen = (names: readonly string[]) => {
    unseen = unseen.filter((name) => !names.includes(name))
  }
  for (const [index, beat] of beats.entries()) {
    if (unseen.length === 0) break
    if (beat.type === 'line') {
      if (!isOffScreen(beat.line.extensions)) seen(speakersOf(beat.line))
      continue
    }
    for (const sentence of splitSentences(beat.text)) {
      for (const [name, mention] of mentionsIn(sentence, cast, people)) {
        if (!unseen.includes(name)) continue
        if (comesIn(mention)) comes.set(name, index)
        else if (isSpokenOf(mention)) continue
        seen([name])
      }
    }
  }
  return comes
}
