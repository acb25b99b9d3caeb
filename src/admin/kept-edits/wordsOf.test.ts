import type { ClientField } from 'payload'
import { expect, it } from 'vitest'
import { labelOf, textOf } from './wordsOf'

const fields = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Story',
        fields: [{ type: 'row', fields: [{ type: 'text', name: 'logline', label: 'Logline' }] }],
      },
      { name: 'look', label: 'Look', fields: [{ type: 'number', name: 'framesPerSecond' }] },
    ],
  },
  {
    type: 'group',
    name: 'settings',
    label: 'Settings',
    fields: [{ type: 'text', name: 'ratio', label: 'Ratio' }],
  },
] as unknown as ClientField[]

it('calls fields as the form does, through tabs and rows', () => {
  expect(labelOf(fields, 'logline')).toBe('Logline')
  expect(labelOf(fields, 'settings.ratio')).toBe('Settings › Ratio')
  expect(labelOf(fields, 'look.framesPerSecond')).toBe('Look › Frames per second')
  expect(labelOf(fields, 'unknownThing')).toBe('Unknown thing')
})

it('shows words and numbers, and no ids', () => {
  expect(textOf('Fog.\nMore fog.')).toBe('Fog.\nMore fog.')
  expect(textOf(25)).toBe('25')
  expect(textOf(false)).toBe('no')
  expect(textOf('01a21af1-b710-7562-9476-f6af2056a918')).toBe('')
  expect(
    textOf([
      { id: '1', cue: 'IDA', text: 'Go.', character: '01a21af1-b710-7562-9476-f6af2056a918' },
      { id: '2', cue: 'BO', text: 'No.' },
    ]),
  ).toBe('IDA · Go.\nBO · No.')
})
