import type { ShotAngle, ShotMovement } from './storyboard'

/** What may be laid over a picture or set beside it. The picture's own file has none of it. */
export const OVERLAYS = {
  slate: 'Slate',
  arrows: 'Camera arrows',
  caption: 'Caption',
} as const
export type Overlay = keyof typeof OVERLAYS
export const OVERLAY_NAMES = Object.keys(OVERLAYS) as Overlay[]

/** Which of them are drawn. */
export type OverlaySet = Record<Overlay, boolean>

/** Where pictures are shown with their overlays. Title pages and posters are pictures alone, always. */
export const OVERLAY_PLACES = { board: 'Board', pdf: 'Storyboard PDF', film: 'Animatic' } as const
export type OverlayPlace = keyof typeof OVERLAY_PLACES

/**
 * What a place shows where nobody chose. On the board and on paper a shot is discussed: how the camera moves and what
 * is said belong there; the board names a shot under its picture. A film is watched: it names the cut, small.
 */
export const OVERLAY_DEFAULTS: Record<OverlayPlace, OverlaySet> = {
  board: { slate: false, arrows: true, caption: true },
  pdf: { slate: true, arrows: true, caption: true },
  film: { slate: true, arrows: false, caption: false },
}

/** What the arrows of a shot are made of. */
export interface CameraMove {
  movement: ShotMovement
  angle: ShotAngle
  /** Read for the way the camera goes: `pans to the left`. */
  description: string
}
