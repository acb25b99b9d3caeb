import type { PanelBrief, ShotSize } from '@/contracts'
import { buildCamera } from './camera'
import { cardWords, drawCard } from './card'
import { drawInsert, insertOf } from './insert'
import { buildLight } from './light'
import { drawPointOfView } from './overlays'
import { PAPER } from './palette'
import { rasterise } from './rasterise'
import { LETTERING } from './renderSvg'
import { createRng, hashText } from './rng'
import { SetPainter } from './sets/painter'
import { findSet } from './sets/registry'
import { drawActors, seatedDrop, subjectHeight } from './staging'
import { withTold } from './told'
import { drawWeather, weatherOf } from './weather'

export const PANEL_WIDTH = 960

const WIDER_THAN_MS: ReadonlySet<ShotSize> = new Set(['MLS', 'FS', 'LS', 'ELS'])

export interface PanelDrawing {
  png: Buffer
  /** Self-contained but for its font: what is lettered in a picture is set in Patrick Hand. */
  svg: string
  /** Pixels. */
  width: number
  height: number
  /** What the drawing was seeded with: 32 bits of the brief. */
  seed: number
}

/**
 * Draws a storyboard panel: the picture and nothing else. Slate, caption and the camera's arrows are laid over it where
 * it is shown. The same brief always gives the same bytes; nothing in a brief can make it throw.
 */
export async function drawPanel(brief: PanelBrief): Promise<PanelDrawing> {
  const svg = composePanel(brief)
  const { png, width, height } = await rasterise(svg)
  return { png, svg, width, height, seed: hashText(JSON.stringify(brief)) }
}

/** Height in pixels of the picture for an aspect ratio; ratios no screen has are brought into 0.5 to 4. */
export function frameHeight(aspectRatio: number): number {
  const ratio = Number.isFinite(aspectRatio) ? Math.min(4, Math.max(0.5, aspectRatio)) : 16 / 9
  return Math.round(PANEL_WIDTH / ratio)
}

const TIGHTER_THAN_MS: ReadonlySet<ShotSize> = new Set(['ECU', 'CU', 'MCU', 'MS'])

/** Close to nobody and to nothing that can be drawn there is only a bare wall: the place is shown instead. */
function withRoomToSee(brief: PanelBrief): PanelBrief {
  const isEmpty = brief.characters.length === 0 && TIGHTER_THAN_MS.has(brief.size)
  return isEmpty ? { ...brief, size: 'MLS' } : brief
}

/** The panel as SVG markup, before it becomes pixels. */
export function composePanel(given: PanelBrief): string {
  const asked = withTold(given)
  const set = findSet(asked)
  // In a car nobody can be seen from afar: wide sizes become the widest that fits in it.
  const brief = set.widest && WIDER_THAN_MS.has(asked.size) ? { ...asked, size: set.widest } : asked
  const prop = insertOf(brief)
  const card = cardWords(brief)
  const width = PANEL_WIDTH
  const height = frameHeight(brief.aspectRatio)
  const camera = buildCamera(
    prop ? brief : withRoomToSee(brief),
    width,
    height,
    subjectHeight(brief),
    seatedDrop(brief),
  )
  const side = createRng(brief.location).chance(0.5) ? 1 : -1
  const light = buildLight(brief, camera.defocus, side)
  const painter = new SetPainter(camera, light, `set:${brief.location.toLowerCase()}`)
  set.build(painter)
  const actors = prop ? null : drawActors(brief, camera, light)
  const subject = prop ? drawInsert(brief, prop, camera, light) : (actors?.svg ?? '')
  const weather = set.isInterior ? null : weatherOf(brief)
  const fall = (layer: 'behind' | 'front') =>
    drawWeather(weather, layer, light, width, height, brief.location)
  const canted = camera.roll
    ? ` transform="rotate(${camera.roll} ${width / 2} ${height / 2}) translate(${width / 2} ${height / 2}) scale(1.24) translate(${-width / 2} ${-height / 2})"`
    : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${LETTERING}" stroke-linecap="round" stroke-linejoin="round">` +
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>` +
    `<g${card === null ? canted : ''}>` +
    (card === null
      ? painter.background() +
        fall('behind') +
        subject +
        (actors ? painter.foreground(actors.figures.map(({ area }) => area)) : '') +
        fall('front')
      : drawCard(card, width, height)) +
    '</g>' +
    (brief.angle === 'POV' && card === null ? drawPointOfView(brief, light, width, height) : '') +
    '</svg>'
  )
}
