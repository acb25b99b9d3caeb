/** Paper, ink and the few muted washes of a storyboard artist's marker box. */
export const PAPER = '#f5efe1'
export const PAPER_DEEP = '#e9e0cb'
export const INK = '#29241f'
export const PENCIL = '#6d655a'
export const ACCENT = '#c2412a'

export const SKIN_TONES = ['#f3d8c0', '#e8c09a', '#d6a578', '#b98356', '#8d5d3b', '#643f2a'] as const
export const HAIR_COLOURS = {
  black: '#2b2726',
  brown: '#5a3d2b',
  chestnut: '#8a5430',
  blond: '#d8b469',
  red: '#b4532a',
  grey: '#9b9792',
  white: '#e4e0d8',
} as const
export type HairColour = keyof typeof HAIR_COLOURS

export const CLOTHING_COLOURS = [
  '#a8483a',
  '#3f6075',
  '#6f7f4f',
  '#c79a4b',
  '#7b5a7d',
  '#4a4f57',
  '#b0693f',
  '#5b8a86',
  '#d8cdb4',
  '#8f3b4d',
  '#6a7fa6',
  '#39513f',
] as const
export const TROUSER_COLOURS = ['#3c4350', '#57504a', '#7d6f5c', '#2f2f33', '#59666f', '#8b8474'] as const

type Channels = [number, number, number]

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** Mixes two `#rrggbb` colours; `amount` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, amount: number): string {
  const a = channels(from)
  const b = channels(to)
  const share = Math.min(1, Math.max(0, amount))
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Perceived lightness of a `#rrggbb` colour, 0 (black) to 1 (white). */
export function lightness(hex: string): number {
  const [red, green, blue] = channels(hex)
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255
}
