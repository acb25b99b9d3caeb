import type { SceneLineBrief } from '@/contracts'
import { EMOTION_WORDS, scoreWords } from './lexicon'

export interface LineEmotion {
  emotion: string
  /** 0 for nothing to go by, 1 for a line that is all feeling. */
  intensity: number
}

/** What a parenthetical says counts for more than what the words of the line suggest. */
const PARENTHETICAL_WEIGHT = 3

/** What a line is felt as, from its parenthetical, its words and its punctuation. `neutral` without a sign. */
export function emotionOf(line: Pick<SceneLineBrief, 'text' | 'parenthetical'>): LineEmotion {
  const scores = scoreWords(line.text, EMOTION_WORDS)
  for (const [emotion, count] of scoreWords(line.parenthetical, EMOTION_WORDS)) {
    scores.set(emotion, (scores.get(emotion) ?? 0) + count * PARENTHETICAL_WEIGHT)
  }
  const exclamations = line.text.match(/!/g)?.length ?? 0
  const isShouted = isInCapitals(line.text)
  if (isShouted) add(scores, 'angry', 1)
  if (/\?!|!\?/.test(line.text)) add(scores, 'surprised', 2)
  if (exclamations > 0 && scores.size === 0) add(scores, exclamations > 1 ? 'urgent' : 'excited', 1)

  const [best] = [...scores].sort(([, a], [, b]) => b - a)
  if (!best) {
    const emotion = /\?\s*$/.test(line.text) ? 'curious' : 'neutral'
    return { emotion, intensity: /\.\.\.|…/.test(line.text) ? 0.2 : 0 }
  }
  const intensity = Math.min(1, 0.25 * best[1] + 0.15 * Math.min(3, exclamations) + (isShouted ? 0.3 : 0))
  return { emotion: best[0], intensity }
}

function add(scores: Map<string, number>, emotion: string, by: number) {
  scores.set(emotion, (scores.get(emotion) ?? 0) + by)
}

function isInCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}
