import { expect, it } from 'vitest'
import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'

const scenesOf = (text: string) =>
  breakdown(parseFountain(text)).scenes.map(({ sceneNumber, heading, action }) => [
    sceneNumber,
    heading,
    action,
  ])

it('headings above those who are in the scene are headings, whatever number stands before them', () => {
  expect(
    scenesOf(
      'INT. BARN - DAY (D1)\n(Ada, Bo)\n\nHay.\n\nADA\nHot.\n\nEXT. BARN - DAY (D1)\n\nSun.\n\nINT. MILL - DAY (D1)\n\nFlour.\n',
    ),
  ).toEqual([
    ['1', 'INT. BARN - DAY (D1)', '(Ada, Bo)\n\nHay.'],
    ['2', 'EXT. BARN - DAY (D1)', 'Sun.'],
    ['3', 'INT. MILL - DAY (D1)', 'Flour.'],
  ])
  expect(
    scenesOf(
      'SC. 7 INT. BARN. DAY 1. 10:00\n[ADA, BO]\n\nADA SWEEPS.\n\nSC. 8 EXT. YARD. DAY 1. 10:05\n[BO]\n\nRAIN.\n',
    ),
  ).toEqual([
    ['7', 'INT. BARN. DAY 1. 10:00', '[ADA, BO]\n\nADA SWEEPS.'],
    ['8', 'EXT. YARD. DAY 1. 10:05', '[BO]\n\nRAIN.'],
  ])
})

it('one that lacks its blank line among many that have it stays as it is, with a warning', () => {
  const text = 'INT. BARN - DAY\n\nHay.\n\nEXT. BARN - DAY\nSun.\n\nINT. MILL - DAY\n\nFlour.\n'
  expect(scenesOf(text)).toHaveLength(2)
  expect(breakdown(parseFountain(text)).warnings).toEqual([
    { line: 5, message: expect.stringContaining('so it was read as action') },
  ])
})
