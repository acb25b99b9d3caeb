import { markSpeech } from './japanese/markSpeech'
import { markFront } from './title-page/markFront'

/** Puts the marks that Fountain needs into a text whose writer did not know of it: a title page’s keys, the cues of Japanese speech. */
export function markTyped(text: string): ReturnType<typeof markSpeech> {
  const front = markFront(text)
  const spoken = markSpeech(front.text)
  return { ...spoken, warnings: [...front.warnings, ...spoken.warnings] }
}
