import { describe, expect, it } from 'vitest'
import { flagChangedLines } from './markStale'

const line = {
  id: 'a',
  text: 'Stay.',
  parenthetical: '',
  character: 'nora',
  audio: 'one',
  audioIsStale: false,
}
const stale = { ...line, audioIsStale: true }
const flags = (lines: Parameters<typeof flagChangedLines>[0], before = [line]) =>
  flagChangedLines(lines, before).map(({ audioIsStale }) => Boolean(audioIsStale))

describe('the recording of a line', () => {
  it('is stale once its words, the way they are said or their speaker changed', () => {
    expect(flags([{ ...line, text: 'Go.' }])).toEqual([true])
    expect(flags([{ ...line, parenthetical: 'whispers' }])).toEqual([true])
    expect(flags([{ ...line, character: 'sam' }])).toEqual([true])
  })

  it('is as good as before where only other things changed', () => {
    const changed = { ...line, emotion: 'tender', start: 4, parenthetical: null }
    expect(flagChangedLines([changed], [line])).toEqual([changed])
  })

  it('is compared by id, whether relationships are ids or documents', () => {
    const populated = { ...line, character: { id: 'nora' }, audio: { id: 'one' } }
    expect(flags([line], [populated as never])).toEqual([false])
    expect(flags([{ ...populated, text: 'Go.' }])).toEqual([true])
  })

  it('stays stale until there is another, whatever a form sends', () => {
    expect(flags([line], [stale])).toEqual([true])
    expect(flags([{ ...stale, text: 'Go.', audio: 'two' }], [stale])).toEqual([false])
    expect(flags([{ ...stale, audio: null as never }], [stale])).toEqual([false])
  })

  it('is followed to rows that moved, were copied or have new ids', () => {
    const rows = [{ ...line, id: 'b', text: 'Go.' }, line, { ...line, id: undefined }]
    expect(flags(rows)).toEqual([true, false, false])
  })

  it('is not missed where there was none', () => {
    const silent = { id: 'a', text: 'Stay.' }
    expect(flagChangedLines([{ ...silent, text: 'Go.' }], [silent])).toEqual([{ ...silent, text: 'Go.' }])
  })
})
