const open = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`

/** A red field with a green one in its middle. */
export const plainSvg = (width = 320, height = 180): string =>
  `${open(width, height)}<rect width="100%" height="100%" fill="#f00"/><rect x="25%" y="25%" width="50%" height="50%" fill="#0f0"/></svg>`

/** Takes minutes: each of many fields is blurred as a whole. A megabyte. */
export const endlessSvg = (times = 20_000): string =>
  `${open(4_000, 4_000)}<filter id="f"><feGaussianBlur stdDeviation="500"/></filter>${'<rect width="4000" height="4000" filter="url(#f)"/>'.repeat(times)}</svg>`
