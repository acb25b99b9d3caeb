import { describe, expect, it } from 'vitest'
import { type CameraMove, SHOT_MOVEMENTS, type ShotMovement } from '@/contracts'
import { cameraMarks } from './cameraMarks'
import { isUpwards, isZoomOut, sideways } from './direction'
import { marksToSvg } from './marksToSvg'

const AREA = { width: 960, height: 540 }
const move = (given: Partial<CameraMove> = {}): CameraMove => ({
  movement: 'pan',
  angle: 'eye',
  description: 'A room.',
  ...given,
})

describe('camera marks', () => {
  it('are none where the camera stands still, and others for every other movement', () => {
    const drawn = (Object.keys(SHOT_MOVEMENTS) as ShotMovement[]).map((movement) =>
      JSON.stringify(cameraMarks(move({ movement }), AREA)),
    )
    expect(drawn[0]).toBe('[]')
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  it.each(Object.keys(SHOT_MOVEMENTS) as ShotMovement[])(
    'of %s lie over the picture, in any size',
    (movement) => {
      for (const area of [AREA, { width: 480, height: 201 }, { width: 200, height: 356 }]) {
        const marks = cameraMarks(move({ movement }), area)
        const numbers = marks.flatMap((mark) =>
          mark.kind === 'text' ? [mark.x, mark.y] : (mark.d.match(/-?[\d.]+/g) ?? []).map(Number),
        )
        expect(numbers.every((each) => Number.isFinite(each))).toBe(true)
        expect(Math.min(0, ...numbers)).toBeGreaterThan(-30)
        expect(Math.max(0, ...numbers)).toBeLessThan(Math.max(area.width, area.height) + 30)
        expect(marksToSvg(marks, 'Any')).not.toMatch(/NaN|undefined/)
      }
    },
  )
})

describe('the way a camera goes', () => {
  it.each([
    ['The crowd, panning to the left.', -1],
    ['Track left with the cart.', -1],
    ['She crosses from the left to the right.', 1],
    ['Wagons roll by, screen left.', -1],
    ['Schwenk nach links über den Hof.', -1],
    ['Panoramique vers la gauche.', -1],
    ['镜头向左摇。', -1],
    ['Камера уходит влево.', -1],
    // What somebody did and what somebody is are no sides.
    ['Ines left the room, and she was right.', 1],
    ['The leftovers on the table.', 1],
    ['', 1],
  ])('is to the side that its shot says: %s', (description, side) => {
    expect(sideways({ description })).toBe(side)
  })

  it.each([
    ['The tower; the camera tilts down.', 'eye', false],
    ['Crane up over the roofs.', 'high', true],
    ['The tower.', 'low', true],
    ['The tower.', 'overhead', false],
    ['Der Turm, Schwenk nach unten.', 'low', false],
    ['She sits down.', 'low', true],
  ] as const)('is up or down as it says, else by its angle: %s %s', (description, angle, isUp) => {
    expect(isUpwards({ description, angle })).toBe(isUp)
  })

  it('of a zoom is in, where it does not say out', () => {
    expect(isZoomOut({ description: 'Slow zoom out from the coin.' })).toBe(true)
    expect(isZoomOut({ description: 'She zooms past, out of breath.' })).toBe(false)
  })
})
