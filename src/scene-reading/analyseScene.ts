import type { SceneAnalysis, SceneBrief } from '@/contracts'
import { emotionOf } from './emotions'
import { findCharacters } from './findCharacters'
import { moodOf } from './mood'
import { knowPeople } from './people'
import { findProps } from './props'
import { summarise } from './summary'

/**
 * Reads a scene by rules: words are counted, nothing is understood. The same scene always gives the
 * same analysis.
 *
 * `confidence` is how much there was to go by: 0.2 for a scene without words, at most 0.85.
 */
export function analyseScene(scene: SceneBrief): SceneAnalysis {
  const felt = scene.lines.map((line) => ({ id: line.id, ...emotionOf(line) }))
  const { mood, score, lead } = moodOf(
    scene,
    felt.filter(({ intensity }) => intensity > 0).map(({ emotion }) => emotion),
  )
  const evidence = Math.min(1, score / 5)
  return {
    mood,
    props: findProps(scene.action, scene.characters),
    presentCharacters: findCharacters(scene.action, scene.characters, knowPeople(scene).also),
    summary: summarise(scene),
    emotions: Object.fromEntries(felt.map(({ id, emotion }) => [id, emotion])),
    confidence: Math.round((0.2 + 0.35 * evidence + 0.3 * lead * evidence) * 100) / 100,
  }
}
