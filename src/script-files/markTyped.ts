import { markSpeech } from './japanese/markSpeech'
import { markHeadings } from './markHeadings'
import { markFront } from './title-page/markFront'

/** Puts the marks that Fountain needs into a text whose writer did not know of it: bare scene headings, a title page’s keys, the cues of Japanese speech. */
export function markTyped(text: string): ReturnType<typeof markSpeech> {
  const headings = markHeadings(text)
  const front = markFront(headings.text)
  const spoken = markSpeech(front.text)
  return { ...spoken, warnings: [...headings.warnings, ...front.warnings, ...spoken.warnings] }
}
