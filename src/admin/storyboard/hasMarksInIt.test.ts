import { expect, it } from 'vitest'
import { ASPECT_RATIOS } from '@/collections/Projects/fields'
import type { BoardMedia } from '@/contracts'
import { parseAspectRatio } from '@/lib/aspectRatio'
import { hasMarksInIt } from './hasMarksInIt'

const image = (width: number, height: number) => ({ width, height }) as BoardMedia

it.each(ASPECT_RATIOS)('knows an old panel of %s by its size, and no other picture', (aspectRatio) => {
  const height = Math.round(960 / parseAspectRatio(aspectRatio))
  expect(hasMarksInIt({ origin: 'ai', image: image(960, height + 148) })).toBe(true)
  expect(hasMarksInIt({ origin: 'ai', image: image(960, height) })).toBe(false)
  expect(hasMarksInIt({ origin: 'drawn', image: image(960, height + 148) })).toBe(false)
  expect(hasMarksInIt({ origin: 'ai', image: null })).toBe(false)
})
