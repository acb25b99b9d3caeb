import type { SceneStart } from './scene-builder'
import type { Speakers } from './speakers'
import type { ScreenplayElement, ScriptProblem, SourceRange } from './types'

/** The heading of what stands before a script's first heading: a voice over black, most of the time. */
export const OPENING = 'OPENING'

export interface Opening {
  /** True where somebody speaks before the first heading: that is a scene of its own. */
  isScene: boolean
  range: SourceRange
  warnings: ScriptProblem[]
}

/**
 * What stands before the first heading. Where somebody speaks there it is a scene of its own; action alone
 * opens the first scene, and so do transitions.
 *
 * @returns null where there is nothing that is shown or heard.
 */
export function findOpening(elements: readonly ScreenplayElement[], cues: Speakers): Opening | null {
  const heading = elements.findIndex(({ type }) => type === 'scene-heading')
  const before = heading === -1 ? elements : elements.slice(0, heading)
  const shown = before.filter((element) => isShown(element))
  const first = shown[0]
  if (!first) return null
  const isScene =
    heading === -1 ||
    before.some((element) => element.type === 'character' && cues.of(element).doubt === null)
  const told =
    shown.find((element) => element.type !== 'transition' && !isShort(element)) ?? (isScene ? first : null)
  const where = isScene ? 'It became an opening scene of its own.' : 'It was put into the first scene.'
  const warnings = told
    ? [{ line: told.range.start, message: `This stands before the first scene heading. ${where}` }]
    : []
  return { isScene, range: { start: first.range.start, end: first.range.end }, warnings }
}

export function openingStart(sceneNumber: string, range: SourceRange, sections: string[]): SceneStart {
  return {
    heading: OPENING,
    parts: {
      interiorExterior: 'OTHER',
      location: '',
      timeOfDay: null,
      dayTime: null,
      timeModifiers: [],
      isOmitted: false,
    },
    sceneNumber,
    hasTypedNumber: false,
    sections,
    range,
  }
}

/** FADE IN: and the like. */
function isShort(element: ScreenplayElement): boolean {
  return element.type === 'action' && /^[^\n]{1,30}:$/.test(element.text.trim())
}

function isShown({ type }: ScreenplayElement): boolean {
  return ['action', 'centered', 'character', 'dialogue', 'lyrics', 'parenthetical', 'transition'].includes(
    type,
  )
}
