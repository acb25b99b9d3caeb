import { describe, expect, it } from 'vitest'
import { readStored } from './read-stored'
import { renameInScript } from './rename-in-script'
import { renameWords, saysName } from './rename-words'

describe('Somebody’s other name in a text', () => {
  it.each([
    ['Pia speaks, with Otto in frame.', 'Pia', 'Greta', 'Greta speaks, with Otto in frame.'],
    ["PIA's coat. Pia’s hat. Piano.", 'Pia', 'Greta', "GRETA's coat. Greta’s hat. Piano."],
    ['MCADAIR looks up.', 'McAdair', 'McNeil', 'McNEIL looks up.'],
    ['Will he come? Will will.', 'Will', 'Per', 'Per he come? Per will.'],
    ['K. waits. K', 'K', 'Josef', 'Josef. waits. Josef'],
    ['K', 'K', 'Josef', 'JOSEF'],
    ["O’SHEA and O'Shea", "O'Shea", 'Quinn', 'QUINN and Quinn'],
    ['the old   man sits', 'the old man', 'Ruben', 'Ruben sits'],
    ['小明说话。', '小明', '大卫', '大卫说话。'],
    ['민수가 온다.', '민수', '지훈', '지훈가 온다.'],
    ['Émile, ÉMILE, Emile', 'Émile', 'Luc', 'Luc, LUC, Emile'],
  ])('%s', (text, old, next, expected) => {
    expect(renameWords(text, { old, new: next })).toBe(expected)
  })

  it('is not put into the names of others', () => {
    const change = { old: 'Mary', new: 'Lou', others: ['MARY ANN', 'Mary', 'Rosemary'] }
    expect(renameWords('Mary and Mary Ann. MARY ANN. Rosemary.', change)).toBe(
      'Lou and Mary Ann. MARY ANN. Rosemary.',
    )
    expect(saysName('Only Mary Ann.', 'Mary', ['Mary Ann'])).toBe(false)
    expect(saysName('Only Mary Ann.', 'Mary')).toBe(true)
  })

  it('is not looked for in the new name, which may have it as a part', () => {
    const change = { old: 'Nils', new: 'Nils Aune' }
    expect(renameWords('Nils waits. NILS AUNE waits. Nils Aune.', change)).toBe(
      'Nils Aune waits. NILS AUNE waits. Nils Aune.',
    )
    expect(renameWords('Aune. Nils Aune.', { old: 'Nils Aune', new: 'Nils' })).toBe('Aune. Nils.')
  })

  it('stands in what is said and done, not in headings or on the title page', () => {
    const script = readStored(`Title: Pia at sea
Author: Pia Berg

INT. PIA'S FLAT - DAY

= Pia packs.

PIA (30s) packs. [[Pia is late here.]]

PIA (V.O.) ^
(as Pia)
I am Pia.

@Pia
Really.
`)
    const { text, lines } = renameInScript(script, { old: 'Pia', new: 'Greta Holm' })
    expect(lines).toBe(6)
    expect(text).toBe(`Title: Pia at sea
Author: Pia Berg

INT. PIA'S FLAT - DAY

= Greta Holm packs.

GRETA HOLM (30s) packs. [[Greta Holm is late here.]]

GRETA HOLM (V.O.) ^
(as Greta Holm)
I am Greta Holm.

@Greta Holm
Really.
`)
    expect(renameInScript(script, { old: 'Otto', new: 'Per' })).toEqual({ text: script.text, lines: 0 })
  })
})
