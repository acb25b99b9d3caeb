import { expect, it } from 'vitest'
import { OVERLAY_DEFAULTS } from '@/contracts'
import { overlaysOf } from './overlaysOf'

it('are the usual ones for a project from before there was a choice', () => {
  for (const settings of [undefined, {}, { overlays: { pdf: { slate: null } } }])
    expect(overlaysOf({ settings }, 'pdf')).toEqual(OVERLAY_DEFAULTS.pdf)
})

it('are what the project says of the place', () => {
  const settings = { overlays: { film: { arrows: true, slate: false }, board: { caption: false } } }
  expect(overlaysOf({ settings }, 'film')).toEqual({ slate: false, arrows: true, caption: false })
  expect(overlaysOf({ settings }, 'board')).toEqual({ slate: false, arrows: true, caption: false })
  expect(overlaysOf({ settings }, 'pdf')).toEqual(OVERLAY_DEFAULTS.pdf)
})

it('are exactly those that somebody asked for', () => {
  const settings = { overlays: { film: { slate: true } } }
  expect(overlaysOf({ settings }, 'film', ['caption'])).toEqual({
    slate: false,
    arrows: false,
    caption: true,
  })
  expect(overlaysOf({ settings }, 'film', [])).toEqual({ slate: false, arrows: false, caption: false })
})
