import { expect, it } from 'vitest'
import type { ScreenplayElement } from '@/screenplay'
import { asFountain } from './asFountain'

const range = { start: 0, end: 0 }
const heading = (text: string, sceneNumber: string | null = null): ScreenplayElement => ({
  type: 'scene-heading',
  text,
  sceneNumber,
  forced: false,
  range,
})
const cue = (name: string): ScreenplayElement => ({
  type: 'character',
  name,
  extensions: [],
  dual: false,
  forced: false,
  range,
})
const said = (text: string): ScreenplayElement => ({ type: 'dialogue', text, range })

it('leaves out what no text can hold, and says so', () => {
  const elements = [heading('A\0 room'), cue('Il\0se'), said('N\ud83dow \u{1f600}.')]
  const { text, screenplay, warnings } = asFountain({ titlePage: [], elements })
  expect(text).toContain('Now \u{1f600}.')
  expect(JSON.stringify([text, screenplay])).not.toMatch(/\\u0000|\\ud83d(?!\\)/)
  expect(warnings).toEqual([
    { line: null, message: 'Left out: 3 characters that no text can hold (NUL, or half of one).' },
  ])
})
