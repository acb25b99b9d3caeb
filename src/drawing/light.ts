import type { PanelBrief } from '@/contracts'
import { type DayTime, dayTimeOf } from '@/screenplay'
import { INK, mix, PAPER } from './palette'

export type DayPart = 'day' | 'dawn' | 'dusk' | 'night'

/** The light of a panel: every colour in it passes through here, so that night is dark all through. */
export interface Light {
  part: DayPart
  isInterior: boolean
  /** Top and bottom of the sky, or of what is seen through a window. */
  sky: readonly [string, string]
  /** Line colour of the set. */
  ink: string
  /** 1 throws shadows to the right, -1 to the left. */
  side: 1 | -1
  /** A grey wash: 0 bare paper to 1 black. */
  tone(value: number): string
  /** A coloured wash in the set. */
  wash(colour: string): string
  /** A colour on a figure or a prop in front. */
  figure(colour: string): string
}

const SKIES: Record<DayPart, readonly [string, string]> = {
  day: ['#cfdadb', '#f3eee0'],
  dawn: ['#b9c2cc', '#f2cfa6'],
  dusk: ['#7f7f9b', '#e9a878'],
  night: ['#1f2a3f', '#4b5a72'],
}
const TINTS: Record<DayPart, { colour: string; set: number; figure: number; interior: number }> = {
  day: { colour: '#ffffff', set: 0, figure: 0, interior: 0 },
  dawn: { colour: '#e0b58d', set: 0.22, figure: 0.1, interior: 0.1 },
  dusk: { colour: '#a06a58', set: 0.34, figure: 0.16, interior: 0.2 },
  night: { colour: '#1d2840', set: 0.6, figure: 0.42, interior: 0.42 },
}

const PARTS: Partial<Record<DayTime, DayPart>> = {
  night: 'night',
  midnight: 'night',
  evening: 'dusk',
  dusk: 'dusk',
  dawn: 'dawn',
}

/** Reads the time of day as a script writes it, in any language: `NIGHT`, `SPÄTABENDS`, `LATER - DAWN`, `夜`. */
export function dayPartOf(timeOfDay: string | null): DayPart {
  const time = dayTimeOf(timeOfDay)
  return (time && PARTS[time]) ?? 'day'
}

/** `defocus` (0 to 1) pales the set towards its middle tone. */
export function buildLight(brief: PanelBrief, defocus: number, side: 1 | -1): Light {
  const part = dayPartOf(brief.timeOfDay)
  const isInterior = brief.interiorExterior === 'INT' || brief.interiorExterior === 'INT/EXT'
  const tint = TINTS[part]
  const amount = isInterior ? tint.interior : tint.set
  const base = mix(mix(PAPER, '#a9a08e', 0.25), tint.colour, amount)
  const soften = (colour: string) => mix(colour, base, defocus * 0.5)
  return {
    part,
    isInterior,
    sky: SKIES[part],
    ink: mix(mix(INK, '#0c1120', part === 'night' ? 0.5 : 0), base, defocus * 0.75),
    side,
    tone: (value) => soften(mix(mix(PAPER, '#3a3530', value), tint.colour, amount)),
    wash: (colour) => soften(mix(mix(colour, PAPER, 0.3), tint.colour, amount)),
    figure: (colour) =>
      mix(mix(colour, '#e8dfcc', 0.16), tint.colour, isInterior ? tint.figure * 0.7 : tint.figure),
  }
}
