import { expect, it, vi } from 'vitest'
import { keyboardPlaces } from './keyboardPlaces'

type Args = Parameters<ReturnType<typeof keyboardPlaces>>[1]

const SIZE = { width: 100, height: 50 }
/** Two in a row; the lower row is twice as high. */
const RECTS = new Map(
  (
    [
      ['1', 0, 0, 50],
      ['2', 120, 0, 50],
      ['2A', 0, 70, 100],
    ] as const
  ).map(([id, left, top, height]) => [id, { left, top, width: 100, height }]),
)

function press(code: string, over: string | null, active = '2') {
  const shown = vi.fn()
  const node = { current: { scrollIntoView: shown } }
  const context = {
    active: { id: active },
    over: over && { id: over },
    collisionRect: SIZE,
    droppableContainers: { get: () => ({ node }) },
    droppableRects: RECTS,
  }
  const event = { code, preventDefault: vi.fn() } as unknown as KeyboardEvent
  const place = keyboardPlaces(['1', '2', '2A'])(event, { context } as unknown as Args)
  return { place, isShown: shown.mock.calls.length > 0 }
}

it('goes over the end of a row to the first of the next, and brings it into view', () => {
  // Middle on middle.
  expect(press('ArrowRight', '2')).toEqual({ place: { x: 0, y: 95 }, isShown: true })
  expect(press('ArrowLeft', '2A')).toEqual({ place: { x: 120, y: 0 }, isShown: true })
})

it('goes on from where the shot is by now', () => {
  expect(press('ArrowLeft', '2').place).toEqual({ x: 0, y: 0 })
  expect(press('ArrowRight', '1').place).toEqual({ x: 120, y: 0 })
  expect(press('ArrowLeft', null).place).toEqual({ x: 0, y: 0 })
})

it('stays before the first and behind the last', () => {
  expect(press('ArrowLeft', '1')).toEqual({ place: undefined, isShown: false })
  expect(press('ArrowRight', '2A')).toEqual({ place: undefined, isShown: false })
})
