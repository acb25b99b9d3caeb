const WIDTH = 960
/** What the slate and the strip under the picture added to its height. */
const EXTRA = 64 + 84
/** Heights of pictures in the aspect ratios that a project can have. */
const HEIGHTS = [16 / 9, 1.85, 2.39, 4 / 3, 1, 9 / 16].map((ratio) => Math.round(WIDTH / ratio))

/**
 * Whether a generated picture is from before there were overlays: its file has slate, caption and arrows in it. It is
 * known by its size in pixels, which no picture of today has.
 */
export function isMarkedSize(image: { width?: number | null; height?: number | null } | null): boolean {
  return image?.width === WIDTH && HEIGHTS.includes((image.height ?? 0) - EXTRA)
}
