import type { ScriptProblem } from '@/screenplay'
import { markSpeech } from './markSpeech'

/**
 * For pages, whose marks count the lines that they have: names in one line with their words stay in the action there,
 * and are told of, with the line of the first.
 */
export function unmarkedSpeech(text: string): ScriptProblem[] {
  const marked = markSpeech(text).text
  if (marked === text) return []
  const lines = text.split('\n')
  const stood = new Set(lines.map((line) => line.trim()))
  const cue = marked.split('\n').find((line) => line.startsWith('@') && !stood.has(line.trim()))
  const name = cue?.slice(1) ?? ''
  const at = lines.findIndex((line) => line.trim().startsWith(name))
  const message = `“${name}” and what is said stand in one place, as in Japanese scripts, and were read as action on these pages. Import the script as text or from Word to have its speeches.`
  return [{ line: at === -1 ? null : at + 1, message }]
}
