import { expect, it } from 'vitest'
import { isBlank } from './isBlank'

it.each([
  ['nothing', ''],
  ['spaces', ' \t\n\u3000\u00a0\u202f'],
  ['zero width', '\u200b\u200c\u200d\u2060\ufeff'],
  ['soft hyphens', '\u00ad\u00ad'],
  ['marks of direction', '\u200e\u200f\u061c\u202a\u202e\u202c\u2066\u2069'],
  ['fillers', '\u3164\uffa0\u115f\u2800'],
  ['selectors and tags', '\ufe0f\u{e0041}\u{e007f}'],
  ['controls', '\u0000\u001f\u0085'],
])('%s are not seen', (_, text) => {
  expect(isBlank(text)).toBe(true)
})

it.each(['a', '\u200bא\u200f', '…', '—', '0', '👩\u200d🚀', '\u00adX', '\ue000', 'ㅤ가'])(
  '%j is seen',
  (text) => {
    expect(isBlank(text)).toBe(false)
  },
)
