import { num } from '@/lib/penPath'
import { HALO_SHARE, type Mark } from './marks'

/** Marks as SVG markup, for a renderer that has the font it is told of. */
export const marksToSvg = (marks: readonly Mark[], fontFamily: string): string =>
  `<g fill="none" stroke-linecap="round" stroke-linejoin="round" font-family="${fontFamily}">${marks.map(element).join('')}</g>`

function element(mark: Mark): string {
  if (mark.kind === 'text') {
    const { x, y, size, text, fill, halo } = mark
    const at = `x="${num(x)}" y="${num(y)}" font-size="${num(size)}" text-anchor="middle"`
    const ring = `fill="${halo}" stroke="${halo}" stroke-width="${num(size * HALO_SHARE)}"`
    return `<text ${at} ${ring}>${text}</text><text ${at} fill="${fill}">${text}</text>`
  }
  const { d, fill, stroke, width, opacity, dash } = mark
  return (
    `<path d="${d}" stroke="${stroke}" stroke-width="${num(width)}"` +
    (fill ? ` fill="${fill}"` : '') +
    (opacity === undefined ? '' : ` stroke-opacity="${opacity}"`) +
    `${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}/>`
  )
}
