import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The fonts that are shipped with the product, because a bare machine has none.
 * Licences lie beside the files: Patrick Hand (OFL), DejaVu (Bitstream Vera), Droid Sans Fallback (Apache 2.0),
 * Courier Prime (OFL), Cousine (OFL), Nanum Gothic Coding (OFL), Noto Sans Devanagari (OFL).
 */
const FILES = {
  /** Lettering in and over pictures: Latin only. */
  hand: 'PatrickHand-Regular.ttf',
  /** Latin, Cyrillic, Greek, Hebrew, Arabic and symbols. */
  sans: 'DejaVuSans.ttf',
  sansBold: 'DejaVuSans-Bold.ttf',
  /** Han and kana only. */
  cjk: 'DroidSansFallbackFull.ttf',
  hangul: 'NanumGothicCoding.ttf',
  devanagari: 'NotoSansDevanagari-Regular.ttf',
  /** The face of screenplays: Latin only. */
  courier: 'CourierPrime-Regular.ttf',
  courierBold: 'CourierPrime-Bold.ttf',
  courierItalic: 'CourierPrime-Italic.ttf',
  courierBoldItalic: 'CourierPrime-BoldItalic.ttf',
  /** Of the same pitch, for what Courier Prime lacks: Cyrillic, Greek, Hebrew. */
  mono: 'Cousine-Regular.ttf',
  monoBold: 'Cousine-Bold.ttf',
  monoItalic: 'Cousine-Italic.ttf',
  monoBoldItalic: 'Cousine-BoldItalic.ttf',
} as const
export type BundledFont = keyof typeof FILES

let folder: string | undefined

/** Absolute path of a bundled font. Throws an Error that says where it looked when the file is missing. */
export function fontFile(font: BundledFont): string {
  folder ??= findFolder()
  return path.join(/*turbopackIgnore: true*/ folder, FILES[font])
}

/** Bundlers move code but not fonts: look beside this module first, then under the working directory. */
function findFolder(): string {
  const candidates = [path.dirname(fileURLToPath(import.meta.url)), path.resolve('assets/fonts')]
  const found = candidates.find((candidate) =>
    existsSync(/*turbopackIgnore: true*/ path.join(/*turbopackIgnore: true*/ candidate, FILES.hand)),
  )
  if (!found) throw new Error(`The bundled fonts are missing; looked in ${candidates.join(' and ')}`)
  return found
}

/** What {@link FILES.sans} lacks, and which font has it. */
const FALLBACKS = [
  // CJK punctuation, kana, Han, full-width forms.
  ['cjk', /[\u2E80-\u312F\u3190-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|[\u{20000}-\u{2FA1F}]/u],
  ['hangul', /[\u1100-\u11FF\u3130-\u318F\uA960-\uA97F\uAC00-\uD7FF]/u],
  ['devanagari', /[\u0900-\u097F\uA8E0-\uA8FF]/u],
] as const

export type FallbackFont = (typeof FALLBACKS)[number][0]
export const FALLBACK_FONTS: readonly FallbackFont[] = FALLBACKS.map(([font]) => font)

/** The font that has a character which the sans has not; null where the sans is to be asked. */
export const fallbackFor = (character: string): FallbackFont | null =>
  FALLBACKS.find(([, has]) => has.test(character))?.[0] ?? null

/** Every fallback that a text needs. */
export const fallbacksIn = (text: string): FallbackFont[] =>
  FALLBACKS.filter(([, has]) => has.test(text)).map(([font]) => font)
