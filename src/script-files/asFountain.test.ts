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
const action = (text: string): ScreenplayElement => ({ type: 'action', text, forced: false, range })
const cue = (name: string): ScreenplayElement => ({
  type: 'character',
  name,
  extensions: [],
  dual: false,
  forced: false,
  range,
})
const said = (text: string): ScreenplayElement => ({ type: 'dialogue', text, range })

const titlePage = [{ type: 'title-page-entry' as const, key: 'Title', values: ['Ice', 'Part 2'], range }]

it('gives a text whose reading is the screenplay, forced where letters alone would not do', () => {
  const { screenplay, text } = asFountain({
    titlePage,
    elements: [heading('The boat shed', '7A'), cue('Ilse'), said('Now.'), action('INT. is a word.')],
  })
  expect(text).toBe('Title:\n\tIce\n\tPart 2\n\n.The boat shed #7A#\n\n@Ilse\nNow.\n\n!INT. is a word.\n')
  expect(screenplay.elements.map(({ type, range: { start } }) => [type, start])).toEqual([
    ['scene-heading', 5],
    ['character', 7],
    ['dialogue', 8],
    ['action', 10],
  ])
})

it('places warnings and marks on the lines of the text, also where an element becomes several', () => {
  const elements = [
    heading('INT. SHED - DAY'),
    action('One.\n\nTwo,\nwith a second line.'),
    { type: 'page-break' as const, range },
    cue('ILSE'),
    said('First.\nSecond.'),
  ]
  const { text, warnings, marks } = asFountain(
    { titlePage, elements },
    {
      warnings: [
        { element: 4, message: 'speech' },
        { element: 1, message: 'action' },
        { element: null, message: 'file' },
      ],
      marks: [
        { kind: 'revision', element: 4, offset: null, label: 'Blue' },
        { kind: 'revision', element: 1, offset: null, label: 'Blue' },
      ],
    },
  )
  const lines = text.split('\n')
  expect(warnings.map(({ line, message }) => [line && lines[line - 1], message])).toEqual([
    [null, 'file'],
    ['One.', 'action'],
    ['First.', 'speech'],
  ])
  expect(marks.map(({ range }) => [lines[range.start - 1], lines[range.end - 1]])).toEqual([
    ['First.', 'Second.'],
    ['One.', 'with a second line.'],
  ])
})
