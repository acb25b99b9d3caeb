import { describe, expect, it } from 'vitest'
import { aliasesOf, byName } from './byName'

describe('Who goes by a name', () => {
  it('is whose name it is, before whose alias', () => {
    const docs = [
      { id: 1, name: 'Nora', aliases: ['MAE', 'The Boss'] },
      { id: 2, name: 'Mae', aliases: null },
    ]
    expect([...byName(docs, ({ id }, isAlias) => [id, isAlias])]).toEqual([
      ['MAE', [2, false]],
      ['THE BOSS', [1, true]],
      ['NORA', [1, false]],
    ])
  })

  it('is found also beside what was never a name', () => {
    const doc = { name: 'Nora', aliases: [null, 7, {}, [], '', ' ', 'Ma'] }
    expect(aliasesOf(doc)).toEqual(['Ma'])
    expect([...byName([doc], () => 1).keys()]).toEqual(['MA', 'NORA'])
  })
})
