import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'
import { fallbacksIn, fontFile } from '../../assets/fonts'

/** The font that words over a film are set in. */
export const LETTERING = 'Patrick Hand'

/** Resvg reads its fonts again for every image, so only those the text needs are given to it. */
function fontFilesFor(svg: string): string[] {
  const files = [fontFile('hand')]
  // Everything beyond Latin Extended-A and common punctuation is missing from the lettering font.
  if (/[^\u0020-\u017F\u2013\u2014\u2018-\u201D\u2026\n]/u.test(svg)) files.push(fontFile('sans'))
  files.push(...fallbacksIn(svg).map(fontFile))
  return files
}

/**
 * Draws an SVG off the main thread, without any font of the system. Deterministic: the same SVG gives the same pixels.
 * @returns RGBA, its colours multiplied by their alpha
 */
export async function renderSvg(svg: string): Promise<{ pixels: Buffer; width: number; height: number }> {
  const options: ResvgRenderOptions = {
    font: { loadSystemFonts: false, fontFiles: fontFilesFor(svg), defaultFontFamily: LETTERING },
    logLevel: 'off',
  }
  const { pixels, width, height } = await renderAsync(svg, options)
  return { pixels, width, height }
}
