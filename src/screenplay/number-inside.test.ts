import { describe, expect, it } from 'vitest'
import { parseFountain } from './fountain/parse'
import { writeFountain } from './fountain/write'
import { readStored } from './read-stored'

describe('a scene number that stands inside its heading', () => {
  it.each([
    ['INT. HOTEL ROOM #6# - DAY', '6', 'HOTEL ROOM', 'DAY'],
    ['EXT. QUAY #12A# (NIGHT)', '12A', 'QUAY', 'NIGHT'],
    ['.VAULT #5.1#, LATER', '5.1', 'VAULT', 'LATER'],
    ['INNEN. KÜCHE #A3# - NACHT', 'A3', 'KÜCHE', 'NACHT'],
  ])('is the number of %s, and a warning names the line', (heading, number, place, time) => {
    const { breakdown } = readStored(`FADE IN:\n\n${heading}\n\nShe waits.\n`)
    expect(breakdown.scenes[0]).toMatchObject({
      sceneNumber: number,
      hasTypedNumber: true,
      location: place,
      timeOfDay: time,
    })
    expect(breakdown.warnings).toEqual([{ line: 3, message: expect.stringContaining(`#${number}#`) }])
  })

  it('gives way to one at the end, and is words then', () => {
    const { breakdown } = readStored('INT. ROOM #6# - DAY #40#\n\nShe waits.\n')
    expect(breakdown.scenes[0]).toMatchObject({ sceneNumber: '40', location: 'ROOM #6#', timeOfDay: 'DAY' })
    expect(breakdown.warnings).toEqual([{ line: 1, message: expect.stringContaining('#6#') }])
  })

  it.each(['INT. ROOM \\#6# - DAY', 'INT. BUS #9 - DAY', 'INT. SET #TAG# - DAY', 'INT. ROOM#6# - DAY'])(
    '%s has none',
    (heading) => {
      expect(readStored(`${heading}\n\nx.\n`).screenplay.elements[0]).toMatchObject({ sceneNumber: null })
    },
  )

  it('is written at the end, where every program finds it', () => {
    const written = writeFountain(parseFountain('INT. HOTEL ROOM #6# - DAY\n\nShe waits.\n'))
    expect(written).toContain('INT. HOTEL ROOM - DAY #6#')
    expect(readStored(written).breakdown.warnings).toEqual([])
  })

  it('does not become one when a file had the words without meaning a number', () => {
    const text = 'INT. HOTEL ROOM #6# - DAY'
    const range = { start: 1, end: 1 }
    const written = writeFountain({
      titlePage: [],
      elements: [{ type: 'scene-heading', text, sceneNumber: null, forced: false, range }],
    })
    expect(parseFountain(written).elements[0]).toMatchObject({ type: 'scene-heading', sceneNumber: null })
  })
})
