import { expect, it } from 'vitest'
import { shown } from './shown'

it.each([
  [0, 'dollars', '$0.00'],
  [250_000, 'dollars', '$0.25'],
  [120, 'dollars', '$0.000120'],
  [0.6, 'percent', '60 %'],
  [85, 'milliseconds', '85 ms'],
  [2340, 'milliseconds', '2.3 s'],
  [4.38222, 'seconds', '4.38 s'],
  ['draw-panel', 'words', 'Draw panel'],
  ['task.completed', 'words', 'Task completed'],
  [12_480, 'plain', '12,480'],
  ['final-draft.fdx', 'plain', 'final-draft.fdx'],
  ['12A', 'number', '12A'],
  ['~39d5a20d1460', 'number', '–'],
  [null, 'percent', '–'],
] as const)('shows %s as %s: %s', (value, as, text) => {
  expect(shown(value, as)).toBe(text)
})
