import type { StoredScript } from './read-stored'
import type { ScreenplayElement, SourceRange } from './types'

/** A part of a script as it is typed: whole lines, so that parts of two drafts can stand one after the other. */
export interface ScriptBlock {
  range: SourceRange
  lines: string[]
}

export interface ScriptBlocks {
  /** The title page, and notes before anything that is shown. May have no lines. */
  front: ScriptBlock
  /** One a scene, in order; together with `front` they are the whole text. */
  scenes: ScriptBlock[]
}

/** What may stand between a section and the heading that it opens. */
const BEFORE_HEADING = new Set<ScreenplayElement['type']>([
  'section',
  'synopsis',
  'note',
  'boneyard',
  'page-break',
])
const OUTSIDE = new Set<ScreenplayElement['type']>(['note', 'boneyard', 'page-break'])

/**
 * Cuts a script's text into its scenes. An act that begins before a scene goes with that scene, and so does what opens
 * the script before its first heading (FADE IN:).
 */
export function scriptBlocks({ screenplay, breakdown, text }: StoredScript): ScriptBlocks {
  const lines = text.split('\n')
  const starts = sceneStarts(screenplay.elements, breakdown.scenes)
  const block = (start: number, end: number): ScriptBlock => ({
    range: { start, end },
    lines: lines.slice(start - 1, end),
  })
  return {
    front: block(1, (starts[0] ?? lines.length + 1) - 1),
    scenes: starts.map((start, index) => block(start, (starts[index + 1] ?? lines.length + 1) - 1)),
  }
}

function sceneStarts(
  elements: readonly ScreenplayElement[],
  scenes: ReadonlyArray<{ range: SourceRange }>,
): number[] {
  const indexOfLine = new Map(elements.map((element, index) => [element.range.start, index]))
  return scenes.map(({ range }, sceneIndex) => {
    if (sceneIndex === 0) {
      const first = elements.find(({ type }) => !OUTSIDE.has(type))
      return Math.min(first?.range.start ?? range.start, range.start)
    }
    let start = range.start
    const heading = indexOfLine.get(range.start) ?? 0
    for (let index = heading - 1; index >= 0; index -= 1) {
      const element = elements[index] as ScreenplayElement
      if (!BEFORE_HEADING.has(element.type)) break
      if (element.type === 'section') start = element.range.start
    }
    return start
  })
}

export interface ComposedScript {
  text: string
  /** Where each part stands now: lines of the composed text, from 1. In the order of the parts. */
  ranges: SourceRange[]
}

/**
 * Puts parts of drafts together to one text. Parts that stood one after the other in the same draft stand so again,
 * line for line; between others there is a blank line.
 */
export function composeScript(parts: ReadonlyArray<{ block: ScriptBlock; source: string }>): ComposedScript {
  const lines: string[] = []
  const ranges: SourceRange[] = []
  let before: { block: ScriptBlock; source: string } | undefined
  for (const part of parts) {
    const isNext = before?.source === part.source && before.block.range.end + 1 === part.block.range.start
    const isOpen = lines.length > 0 && (lines.at(-1) as string).trim() !== ''
    if (isOpen && !isNext && part.block.lines.length > 0) lines.push('')
    ranges.push({ start: lines.length + 1, end: lines.length + part.block.lines.length })
    for (const line of part.block.lines) lines.push(line)
    if (part.block.lines.length > 0) before = part
  }
  return { text: lines.join('\n'), ranges }
}
