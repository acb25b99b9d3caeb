import { expect, it } from 'vitest'
import { SCRIPT_FORMAT_IDS } from '@/contracts'
import { SCRIPT_FORMATS } from './formats'

it('there is a reader for every format that an episode may name, and no other', () => {
  expect(SCRIPT_FORMATS.map(({ id }) => id).sort()).toEqual([...SCRIPT_FORMAT_IDS].sort())
})
