import { expect, it } from 'vitest'
import { keyInWords, readable, valueInWords } from './readable'

it.each([
  ['isRetryable', 'Is retryable'],
  ['wait_seconds', 'Wait seconds'],
  ['aspectRatio', 'Aspect ratio'],
])('calls %s %s', (key, words) => {
  expect(keyInWords(key)).toBe(words)
})

it.each([
  [true, 'Yes'],
  [12_000, '12,000'],
  [2.39, '2.39'],
  [null, '–'],
  ['2026-11-27T03:04:05.678Z', '2026-11-27, 03:04 UTC'],
  ['01a21ae7-4e8a-72db-a04d-a0a675f6069b', null],
])('shows %s as %s', (value, words) => {
  expect(valueInWords(value)).toBe(words)
})

it('makes nested lists of data, without ids', () => {
  expect(
    readable({
      sceneId: '01a21ae7-4e8a-72db-a04d-a0a675f6069b',
      props: ['rope', 'lamp'],
      warnings: [{ scene: '4A', message: 'The picture of shot 2 is gone.' }],
      nothing: [],
    }),
  ).toEqual({
    kind: 'parts',
    parts: [
      { label: 'Props', value: { kind: 'text', text: 'rope, lamp' } },
      {
        label: 'Warnings',
        value: {
          kind: 'list',
          items: [
            {
              kind: 'parts',
              parts: [
                { label: 'Scene', value: { kind: 'text', text: '4A' } },
                { label: 'Message', value: { kind: 'text', text: 'The picture of shot 2 is gone.' } },
              ],
            },
          ],
        },
      },
      { label: 'Nothing', value: { kind: 'text', text: 'None' } },
    ],
  })
})
