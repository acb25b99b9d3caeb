import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeFountain } from './completion'
import { readingField } from './readingField'

const SCRIPT = `INT. MARA'S FLAT - KITCHEN - NIGHT

She waits.

MARA
Well?

OTTO
Well.

INT. MARA'S FLAT - HALL - NIGHT

MARA
Go.

EXT. QUAY - DAWN

Gulls.

`

/** What is offered behind `typed` at the end of the script, best first. */
function offered(typed: string, explicit = false, script = SCRIPT): string[] {
  const state = EditorState.create({ doc: script + typed, extensions: [readingField] })
  const complete = completeFountain({ names: ['Old Ferryman'], places: ['Harbour office'] })
  return (
    complete(new CompletionContext(state, state.doc.length, explicit))?.options.map(({ label }) => label) ??
    []
  )
}

describe('completion', () => {
  it('offers who speaks in the script and whom the project knows, where a cue may stand', () => {
    expect(offered('', true).slice(0, 3)).toEqual(['MARA', 'OTTO', 'OLD FERRYMAN'])
    expect(offered('M')).toContain('MARA')
    expect(offered('Mara waits')).toEqual([])
    expect(offered('Gulls again.\nMARA')).toEqual([])
  })

  it('offers the other of two first', () => {
    expect(offered('INT. QUAY - DAY\n\nMARA\nA.\n\nOTTO\nB.\n\n', true)[0]).toBe('MARA')
  })

  it('offers places behind INT., then times behind the dash; not the heading that is being typed', () => {
    expect(offered('INT. ')).toEqual([
      "MARA'S FLAT - KITCHEN",
      "MARA'S FLAT - HALL",
      'QUAY',
      'HARBOUR OFFICE',
    ])
    expect(offered('INT. QUAY - N').slice(0, 3)).toEqual(['NIGHT', 'DAWN', 'DAY'])
    expect(offered('INT. QUAY - N')).not.toContain('N')
  })

  it('speaks the language of the script', () => {
    const german = `INNEN. KÜCHE - NACHT\n\nSie wartet und sagt nichts, und er ist nicht da.\n\nMARA\nUnd?\n\n`
    expect(offered('INNEN. ', false, german)).toEqual(['KÜCHE', 'HARBOUR OFFICE'])
    expect(offered('INNEN. KÜCHE - T', false, german).slice(0, 3)).toEqual(['NACHT', 'TAG', 'MORGEN'])
    expect(offered('', true, german)).toEqual(expect.arrayContaining(['INNEN. ', 'INT. ']))
    expect(offered('Innen ', false, german)).toEqual([])
    expect(offered('内景 教室 - ', false, '内景 教室 - 夜\n\n她等待。\n\n')).toEqual(
      expect.arrayContaining(['夜', '日', '黄昏']),
    )
  })

  it('goes on with a place of several parts', () => {
    expect(offered("INT. MARA'S FLAT - ")).toEqual(expect.arrayContaining(['KITCHEN', 'HALL', 'NIGHT']))
  })

  it('offers how somebody is heard behind a name', () => {
    expect(offered('MARA (')).toContain('V.O.')
    expect(offered('She says (')).toEqual([])
  })
})
