/** One line or shape over a picture. Lengths are in the unit of the area it was made for. */
export interface PathMark {
  kind: 'path'
  /** Path data of SVG. */
  d: string
  /** Left out: open. */
  fill?: string
  stroke: string
  width: number
  /** 0 to 1. */
  opacity?: number
  /** Lengths of dash and gap. */
  dash?: readonly [number, number]
}

/** A short word over a picture: Latin capitals. Its halo keeps it readable on anything. */
export interface TextMark {
  kind: 'text'
  /** Of its middle. */
  x: number
  /** Of its baseline. */
  y: number
  size: number
  text: string
  fill: string
  halo: string
}

export type Mark = PathMark | TextMark

export interface Area {
  width: number
  height: number
}

/** The red of a marker pen. */
export const MARKER = '#c2412a'
/** Around whatever is red: readable on night skies and on white walls. */
export const HALO = '#f5efe1'
export const OUTLINE = '#29241f'
/** How far the halo of a word reaches, as a share of the word's size. */
export const HALO_SHARE = 0.25
