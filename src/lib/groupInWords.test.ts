import { expect, it } from 'vitest'
import { groupInWords } from './groupInWords'

const scene = (status: string, old: string | null, next: string | null) => ({
  status,
  old: old === null ? null : { sceneNumber: old },
  new: next === null ? null : { sceneNumber: next },
})

it.each([
  [
    [scene('split', '4', '4'), scene('split', null, '5'), scene('split', null, '6')],
    'Scene 4 is split into 4, 5 and 6.',
  ],
  [[scene('joined', '7A', '7'), scene('joined', '8', null)], 'Scenes 7A and 8 are joined into 7.'],
  [[scene('changed', '4', '4')], ''],
  [[], ''],
])('%#', (group, words) => expect(groupInWords(group)).toBe(words))
