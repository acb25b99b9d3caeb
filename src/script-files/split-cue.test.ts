import { expect, it } from 'vitest'
import { splitCue } from './split-cue'

it.each([
  ['MARA', 'MARA', []],
  ["MARA  (V.O.) (CONT'D)", 'MARA', ['V.O.', "CONT'D"]],
  ['小明（画外音）', '小明', ['画外音']],
  ['ILSE (30) VON TROTT', 'ILSE VON TROTT', ['30']],
  ['MARA ( )', 'MARA', []],
  ['(softly)', '', ['softly']],
])('%s', (text, name, extensions) => {
  expect(splitCue(text)).toEqual({ name, extensions })
})
