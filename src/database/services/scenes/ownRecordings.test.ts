import { describe, expect, it } from 'vitest'
import { markChosenRecordings } from './ownRecordings'

const chosen = (lines: object[], before: object[]) =>
  markChosenRecordings(lines as Array<{ audioIsChosen?: boolean }>, before).map(({ audioIsChosen }) =>
    Boolean(audioIsChosen),
  )
const spoken = { id: 'a', audio: 'made' }
const own = { id: 'b', audio: 'own', audioIsChosen: true }

describe('a recording', () => {
  it('is a person’s where it is another than the line had, whether uploaded or taken from another line', () => {
    expect(chosen([{ id: 'a', audio: 'new' }], [spoken])).toEqual([true])
    expect(chosen([{ id: 'a', audio: { id: 'new' } }, own], [spoken, own])).toEqual([true, true])
    expect(chosen([{ id: 'c', audio: 'new' }], [])).toEqual([true])
    expect(chosen([{ id: 'a', audio: 'own' }], [spoken, own])).toEqual([true])
  })

  it('stays what it was where the words change, or the row', () => {
    expect(chosen([spoken, own], [spoken, own])).toEqual([false, true])
    expect(chosen([{ ...own, id: 'c', text: 'Go.' }], [spoken, own])).toEqual([true])
    expect(chosen([{ ...spoken, id: 'c' }], [spoken, own])).toEqual([false])
  })

  it('is nobody’s any more where it was taken away, and no form says otherwise', () => {
    expect(chosen([{ ...own, audio: null }], [own])).toEqual([false])
    expect(chosen([{ ...own, audioIsChosen: false }], [own])).toEqual([true])
    expect(chosen([{ ...spoken, audioIsChosen: true }], [spoken])).toEqual([false])
  })
})
