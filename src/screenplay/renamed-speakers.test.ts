import { describe, expect, it } from 'vitest'
import { readStored } from './read-stored'
import { renamedSpeakers } from './renamed-speakers'
import { compareScripts } from './script-difference'

const SCRIPT = `INT. KITCHEN - DAY

NORA peels an orange.

NORA
You came.

BEN
Nora, please.

NORA (V.O.)
He never came.

EXT. YARD - NIGHT

NORA
Go.

BEN
I am going.
`

const between = (before: string, after: string) =>
  renamedSpeakers(compareScripts(readStored(before), readStored(after)))

describe('renamedSpeakers', () => {
  it('finds who has another name everywhere, also where others say that name', () => {
    const after = SCRIPT.replaceAll('NORA', 'NINA').replaceAll('Nora', 'Nina')
    expect(between(SCRIPT, after)).toEqual([{ old: 'NORA', new: 'NINA', scenes: ['s1', 's2'] }])
  })

  it('finds it where lines were added, taken out and written anew beside it', () => {
    const after = SCRIPT.replaceAll('NORA', 'NINA')
      .replace('You came.', 'You came, then.')
      .replace('BEN\nNora, please.\n', 'BEN\nNora, please.\n\nBEN\nListen.\n')
    expect(between(SCRIPT, after)).toMatchObject([{ old: 'NORA', new: 'NINA' }])
  })

  it('does not ask of somebody who still speaks, or whose lines went to one who spoke before', () => {
    expect(between(SCRIPT, SCRIPT.replace('NORA\nGo.', 'NINA\nGo.'))).toEqual([])
    expect(between(SCRIPT, SCRIPT.replaceAll('NORA', 'BEN'))).toEqual([])
  })

  it('does not ask where the lines are others as well', () => {
    const other = 'INT. KITCHEN - DAY\n\nNORA peels an orange.\n\nNINA\nNice weather.\n\nBEN\nQuite.\n'
    const after = other + SCRIPT.slice(SCRIPT.indexOf('EXT.')).replace('NORA\nGo.\n\n', '')
    expect(between(SCRIPT, after)).toEqual([])
  })

  it('finds somebody whose only line says the name', () => {
    const before = 'INT. ROOM - DAY\n\nA knock.\n\nNORA\nI am Nora.\n'
    expect(between(before, before.replaceAll('NORA', 'NINA').replaceAll('Nora', 'Nina'))).toMatchObject([
      { old: 'NORA', new: 'NINA' },
    ])
  })

  it('finds one of two who speak together', () => {
    const both = `${SCRIPT}\nNORA AND BEN\nTogether.\n`
    expect(between(both, both.replaceAll('NORA', 'NINA'))).toMatchObject([{ old: 'NORA', new: 'NINA' }])
  })
})
