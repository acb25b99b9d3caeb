import { expect, it } from 'vitest'
import { numberedHeading } from './marks'

it('a scene that was taken out is known behind its number, as are headings; a sentence with a number is neither', () => {
  expect(numberedHeading('13 OMITTED')).toEqual({ number: '13', text: 'OMITTED' })
  expect(numberedHeading('13A. SCENE OMITTED')).toEqual({ number: '13A', text: 'SCENE OMITTED' })
  expect(numberedHeading('14-16 ENTFÄLLT')).toEqual({ number: '14-16', text: 'ENTFÄLLT' })
  expect(numberedHeading('7 INT. MILL - DAY')).toEqual({ number: '7', text: 'INT. MILL - DAY' })
  expect(numberedHeading('3 MEN WERE LEFT OUT')).toBeNull()
})
