import type { Scene } from '@/payload-types'
import { countOf } from '../scenes/staleReason'

type Line = NonNullable<Scene['dialogueLines']>[number]

/** Of recorded lines those whose sound was generated: an update makes another, where a person's recording is lost. */
export const generatedVoices = (lines: readonly Line[]): number =>
  lines.filter(({ audioIsChosen }) => !audioIsChosen).length

/** `one recording`, `three generated voices`: what recorded lines are heard by; none of what there is none of. */
export function recordingWords(lines: readonly Line[]): string[] {
  const voices = generatedVoices(lines)
  const recordings = lines.length - voices
  return [
    ...(recordings > 0 ? [countOf(recordings, 'recording')] : []),
    ...(voices > 0 ? [countOf(voices, 'generated voice')] : []),
  ]
}
