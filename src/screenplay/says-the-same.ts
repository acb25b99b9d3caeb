import type { BreakdownLine, BreakdownScene } from './types'

const saysSameLine = (a: BreakdownLine, b: BreakdownLine | undefined): boolean =>
  a.text === b?.text && (a.cue ?? '') === (b.cue ?? '') && (a.parenthetical ?? '') === (b.parenthetical ?? '')

/** Whether two scenes of scripts say the same: all that is drawn or spoken, and nothing that stands beside it. */
export const saysTheSame = (a: BreakdownScene, b: BreakdownScene): boolean =>
  a.heading === b.heading &&
  (a.timeOfDay ?? '') === (b.timeOfDay ?? '') &&
  a.action === b.action &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, index) => saysSameLine(line, b.lines[index]))
