import { describe, expect, it } from 'vitest'
import { NOBODY_KNOWN } from '@/scene-reading'
import { entrances } from './entrances'
import type { OrderedBeat } from './orderBeats'

const CAST = ['MARA', 'JOE', 'OLD PETER', 'DR. VANCE']
const beats = (...texts: string[]): OrderedBeat[] =>
  texts.map((text) =>
    text.startsWith('> ')
      ? {
          type: 'line',
          line: {
            id: text,
            character: text.slice(2).replace(/ \(.*/, ''),
            parenthetical: '',
            text: 'Yes.',
            extensions: text.includes('(') ? [text.slice(text.indexOf('(') + 1, -1)] : [],
            durationSeconds: 1,
          },
        }
      : { type: 'action', text },
  )
const comes = (...texts: string[]) => Object.fromEntries(entrances(beats(...texts), CAST, NOBODY_KNOWN))

describe('who comes into a scene', () => {
  it.each([
    'Joe enters.',
    'JOE (40s), soaked to the skin, comes in.',
    'The door opens. Joe steps in, out of breath.',
    'In walks Joe.',
    'Joe bursts through the door.',
    'Mara looks up as Joe walks in.',
    'The door swings open: JOE.',
    'Joe and Old Peter come in. Joe hurries into the light.',
    'Joe slowly emerges from the fog.',
    'A car. Joe climbs out of it.',
    'Joe joins Mara.',
    'Joe quietly joins them.',
  ])('comes with the words: %s', (text) => {
    expect(comes('Mara lays the table.', '> MARA', text).JOE).toBe(2)
  })

  it.each([
    'Joe walks in the rain.',
    'Joe watches as Mara comes in.',
    'Joe waits. Mara enters.',
    'Joe lifts the lid.',
    'Joe joins hands with nobody.',
    'Joe can never arrive in time. He sits.',
  ])('is there from the start: %s', (text) => {
    expect(comes('The kitchen.', text).JOE).toBeUndefined()
  })

  it('takes no word about somebody for them', () => {
    const before = [
      'Mara has waited so long for Joe.',
      'She looks for Joe. She remembers Joe.',
      'Joe’s coat hangs on the door. A photo of Joe beside it.',
      'On the mirror: "JOE WAS HERE".',
      '> JOE (O.S.)',
    ]
    expect(comes(...before, 'Joe comes in.')).toEqual({ JOE: 5 })
  })

  it('takes nobody out who was seen or heard in the picture before', () => {
    expect(comes('Joe sleeps in a chair.', 'Mara reads.', 'Joe enters the light.')).toEqual({})
    expect(comes('> JOE', 'Joe comes in again.')).toEqual({})
  })

  it('knows names of several words', () => {
    expect(comes('Rain.', 'Dr. Vance, a bag in each hand, arrives. Behind her Old Peter limps in.')).toEqual({
      'DR. VANCE': 1,
      'OLD PETER': 1,
    })
  })
})
