import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'

const SCENE = '\n\nINT. SHED - DAY\n\nABEL\nHi.\n'
const read = (text: string, name = 'script.fountain') => readScript(Buffer.from(text), name)

describe('a title page without keys, above a script in Fountain', () => {
  it.each([
    ['THE SHED\nby Lil Moss', 'THE SHED', 'Lil Moss'],
    ['The Shed\n\nWritten by\nLil Moss\n\n2nd draft', 'The Shed', 'Lil Moss'],
    ['DAS WEHR\nvon Ute Rahn', 'DAS WEHR', 'Ute Rahn'],
    ['\n\nLE BARRAGE\nécrit par Luc Roy\n\nluc@example.com\n\nFADE IN:', 'LE BARRAGE', 'Luc Roy'],
  ])('is one, and nobody says it: %j', async (page, title, author) => {
    const { breakdown } = await read(page + SCENE)
    expect(breakdown).toMatchObject({ title, author })
    expect(breakdown.scenes.map(({ heading }) => heading)).toEqual(['INT. SHED - DAY'])
    expect(breakdown.characters.map(({ name }) => name)).toEqual(['ABEL'])
    expect(breakdown.warnings).toContainEqual({ line: 1, message: expect.stringContaining(title) })
  })

  it.each([
    'NORA\nBy Jove.',
    'NORA\nby then I knew.',
    'ABEL\nby Lil Moss',
    'NORA\nBased on what?\n\nTOM\nNothing.',
    'Title: The Shed\nAuthor: Lil Moss',
  ])('is none where somebody speaks, or where it has keys: %j', async (page) => {
    const { text } = await read(page + SCENE)
    expect(text).toBe(page + SCENE)
  })
})
