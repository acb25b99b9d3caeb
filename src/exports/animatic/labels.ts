import { pixelText } from './pixelFont'

interface Size {
  width: number
  height: number
}

const MAX_LABEL = 40

/** Scene and shot, small, as an SVG for the lower left corner: what people name when they talk about a cut. */
export function labelTag(label: string, frame: Size): string {
  const text = pixelText(label.slice(0, MAX_LABEL))
  // Whole pixels a dot: edges stay sharp.
  const dot = Math.max(1, Math.round(frame.height / 360))
  const [left, top] = [5 * dot, 4 * dot]
  const box = { width: text.width * dot + 2 * left, height: text.height * dot + 2 * top }
  const margin = Math.round(frame.height / 45)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${margin + box.width}" height="${margin + box.height}"><g transform="translate(${margin} 0)"><rect width="${box.width}" height="${box.height}" rx="${2 * dot}" fill="#16181c" fill-opacity="0.62"/><path transform="translate(${left} ${top}) scale(${dot})" fill="#f4f1ea" d="${text.path}"/></g></svg>`
}

/** A dark frame with the shot's label in the middle, for a shot without a picture. */
export function slate(label: string, { width, height }: Size): string {
  const text = pixelText(label.slice(0, MAX_LABEL))
  const scale = Math.min((width * 0.8) / text.width, height / 14 / text.height)
  const left = (width - text.width * scale) / 2
  const top = (height - text.height * scale) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#16181c"/><path transform="translate(${left} ${top}) scale(${scale})" fill="#c9ced6" d="${text.path}"/></svg>`
}
