import { pixelText } from './pixelFont'

interface Size {
  width: number
  height: number
}

const MAX_LABEL = 40

/** A dark frame with the shot's label in the middle, for a shot without a picture. */
export function slate(label: string, { width, height }: Size): string {
  const text = pixelText(label.slice(0, MAX_LABEL))
  const scale = Math.min((width * 0.8) / text.width, height / 14 / text.height)
  const left = (width - text.width * scale) / 2
  const top = (height - text.height * scale) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#16181c"/><path transform="translate(${left} ${top}) scale(${scale})" fill="#c9ced6" d="${text.path}"/></svg>`
}
