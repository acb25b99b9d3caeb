import { expect, it } from 'vitest'
import { SCRIPT_FORMAT_IDS } from '@/contracts'
import { ACCEPTED_EXTENSIONS } from './accept'
import { SCRIPT_EXTENSIONS, SCRIPT_FORMATS } from './formats'

it('there is a reader for every format that an episode may name, and no other', () => {
  expect(SCRIPT_FORMATS.map(({ id }) => id).sort()).toEqual([...SCRIPT_FORMAT_IDS].sort())
})

it('file pickers offer what can be opened, and no other', () => {
  expect([...ACCEPTED_EXTENSIONS].sort()).toEqual([...SCRIPT_EXTENSIONS].sort())
})
