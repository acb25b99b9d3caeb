import { describe, expect, it } from 'vitest'
import type { PanelBrief } from '@/contracts'
import { buildCamera } from './camera'
import { readAction } from './figure/pose'
import { buildLight } from './light'
import { seatOf } from './seats'
import { drawActors, seatedDrop, subjectHeight } from './staging'
import { testBrief } from './testBrief'

const INES = { name: 'INES', displayName: 'Ines', isSpeaking: false }
const PAUL = { name: 'PAUL', displayName: 'Paul', isSpeaking: false }
const brief = (description: string, given: Partial<PanelBrief> = {}) =>
  testBrief({ description, size: 'FS', dialogue: null, characters: [INES], ...given })

function stage(given: PanelBrief) {
  const camera = buildCamera(given, 960, 540, subjectHeight(given), seatedDrop(given))
  return drawActors(given, camera, buildLight(given, 0, 1))
}

describe('what somebody sits on', () => {
  it.each([
    ['Ines sits on a crate.', 'crate'],
    ['Ines is sitting quietly on an old wooden box near the door.', 'crate'],
    ['Ines sits down on the barrel.', 'barrel'],
    ['Ines and Paul sit on a bench.', 'bench'],
    ['Ines perches on the edge of the table.', 'ledge'],
    ['Ines, seated on a rock, looks out to sea.', 'rock'],
    ['Ines sits on the steps.', 'ledge'],
    ['Ines sits on a chair.', 'stool'],
  ])('%s', (text, kind) => {
    expect(seatOf(text)?.kind).toBe(kind)
  })

  it.each([
    'Ines sits.',
    'Ines sits at the table.',
    'Ines stands on a crate.',
    'Ines sits by the crates.',
    'A crate sits in the corner.',
  ])('is nothing in: %s', (text) => {
    expect(seatOf(text)).toBeNull()
  })

  it('is under them, and they are lower than who stands', () => {
    const [sitter, other] = stage(
      brief('Ines sits on a crate and watches Paul.', { size: 'MLS', characters: [INES, PAUL] }),
    ).figures
    expect(Math.abs((sitter?.head.y ?? 0) - (other?.head.y ?? 0))).toBeGreaterThan(80)
    const crate = buildLight(brief(''), 0, 1).figure('#a98a5b')
    const { svg } = stage(brief('Ines sits on a crate.'))
    // The one that she sits on, and none beside her.
    expect(svg.split(`fill="${crate}"`)).toHaveLength(2)
  })

  it('brings the camera down where all in frame sit and the frame ends above the ground', () => {
    const sitting = stage(brief('Ines sits on a crate.', { size: 'MS' }))
    const standing = stage(brief('Ines waits.', { size: 'MS' }))
    expect(Math.abs((sitting.figures[0]?.head.y ?? 0) - (standing.figures[0]?.head.y ?? 999))).toBeLessThan(
      30,
    )
    expect(seatedDrop(brief('Ines sits on a crate.'))).toBe(0)
  })
})

describe('who walks away', () => {
  it.each([
    'Ines walks away.',
    'Ines walks slowly off.',
    'Ines leaves.',
    'Ines leaves the room.',
    'Ines runs off into the fog.',
    'She storms out.',
    'Ines disappears into the crowd.',
    'Ines, her back to us, waits.',
  ])('is told by: %s', (text) => {
    expect(readAction(text).isLeaving).toBe(true)
  })

  it.each([
    'Ines walks in.',
    'Ines leaves the keys on the table.',
    'Ines sweeps leaves in the yard.',
    'Ines walks out of the house.',
    'Ines turns away.',
    'Ines switches the lamp off.',
  ])('is nobody in: %s', (text) => {
    expect(readAction(text).isLeaving).toBe(false)
  })

  it('is seen from behind and smaller, as long as they do not speak', () => {
    const away = stage(brief('Ines walks away.')).figures[0]
    const here = stage(brief('Ines waits.')).figures[0]
    expect(away?.headSize).toBeLessThan((here?.headSize ?? 0) * 0.8)
    const speaking = stage(brief('Ines walks away.', { characters: [{ ...INES, isSpeaking: true }] }))
    expect(speaking.figures[0]?.headSize).toBeGreaterThan((here?.headSize ?? 0) * 0.9)
    const close = stage(brief('Ines walks away.', { size: 'CU' })).figures[0]
    expect(close?.headSize).toBe(stage(brief('Ines waits.', { size: 'CU' })).figures[0]?.headSize)
  })
})
