import type { SceneBrief } from '@/contracts'
import { type DayTime, dayTimeOf } from '@/screenplay'
import { MOOD_WORDS, scoreWords } from './lexicon'

/** What an emotion in a parenthetical adds to the scene's mood. */
const MOOD_OF_EMOTION: Record<string, string> = {
  angry: 'tense',
  sad: 'melancholic',
  afraid: 'ominous',
  happy: 'joyful',
  tender: 'romantic',
  amused: 'comic',
  urgent: 'urgent',
  calm: 'calm',
  determined: 'tense',
}

const MOOD_OF_HOUR: Partial<Record<DayTime, string>> = {
  night: 'ominous',
  midnight: 'ominous',
  dawn: 'calm',
  morning: 'calm',
  dusk: 'melancholic',
  evening: 'melancholic',
}

const EMOTION_WEIGHT = 0.75
/** The hour alone makes no mood; it breaks ties. */
const HOUR_WEIGHT = 0.4

/**
 * A scene's mood, by counting words of the action, then what its lines are felt as, then the hour.
 *
 * @returns `neutral` with score 0 where nothing points anywhere; `lead` is how far the best is ahead, 0 to 1
 */
export function moodOf(
  scene: Pick<SceneBrief, 'action' | 'timeOfDay'>,
  emotions: Iterable<string>,
): { mood: string; score: number; lead: number } {
  const scores = scoreWords(scene.action, MOOD_WORDS)
  const add = (mood: string, by: number) => scores.set(mood, (scores.get(mood) ?? 0) + by)
  for (const emotion of emotions) {
    const mood = MOOD_OF_EMOTION[emotion]
    if (mood) add(mood, EMOTION_WEIGHT)
  }
  if (scores.size > 0) {
    const mood = MOOD_OF_HOUR[dayTimeOf(scene.timeOfDay) ?? 'day']
    if (mood) add(mood, HOUR_WEIGHT)
  }

  const [best, second] = [...scores].sort(([, a], [, b]) => b - a)
  if (!best) return { mood: 'neutral', score: 0, lead: 0 }
  return { mood: best[0], score: best[1], lead: (best[1] - (second?.[1] ?? 0)) / best[1] }
}
