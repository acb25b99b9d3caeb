import type { Screenplay, ScreenplayElement } from '../types'
import { isBlockOpener, speechAfter, writeDialogueBlock } from './write-dialogue'
import { writeElement } from './write-element'
import { closesBoneyard, escapeOpenBoneyard } from './write-text'
import { opensTitlePage, writeTitlePage } from './write-title-page'

/**
 * Writes a screenplay as Fountain 1.1 such that reading it again gives the same title page and elements
 * (see `sameScreenplay`), for every screenplay that the parser made.
 *
 * Elements that came from elsewhere are forced (`!`, `.`, `@`, `>`) where their text would be read as
 * something else. What Fountain has no form for keeps its words and changes its shape: an action with an
 * empty line becomes two, speech without a cue becomes action, a line break in a heading becomes a space,
 * and a character that would be taken for a mark is escaped with a backslash, which `plainText` removes.
 *
 * Ends with a line break. Linear in the size of the screenplay.
 */
export function writeFountain({ titlePage, elements }: Screenplay): string {
  const safe = escapeOpenBoneyards(elements)
  const blocks: string[] = []
  const title = writeTitlePage(titlePage)
  if (title) blocks.push(title)
  /** Until the first block that is neither note nor boneyard, what is written could be read as a title page. */
  let isAtTop = true
  for (let index = 0; index < safe.length; ) {
    const element = safe[index] as ScreenplayElement
    const count = isBlockOpener(element) ? speechAfter(safe, index) + 1 : 1
    let block = isBlockOpener(element)
      ? writeDialogueBlock(safe.slice(index, index + count))
      : writeElement(element)
    if (isAtTop && opensTitlePage([...blocks, block], title)) {
      // A key is never indented, and nothing but action minds indentation.
      block = element.type === 'action' ? `!${block}` : ` ${block}`
    }
    if (element.type !== 'note' && element.type !== 'boneyard') isAtTop = false
    blocks.push(block)
    index += count
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

/**
 * A boneyard mark that never closes is text, but only as long as no closing mark follows anywhere. The
 * parser never makes elements like that; others may.
 */
function escapeOpenBoneyards(elements: readonly ScreenplayElement[]): readonly ScreenplayElement[] {
  let last = elements.length - 1
  while (last >= 0 && !closesBoneyard(elements[last] as ScreenplayElement)) last -= 1
  return last <= 0
    ? elements
    : elements.map((element, index) => (index < last ? escapeOpenBoneyard(element) : element))
}
