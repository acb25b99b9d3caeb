import { beforeEach, expect, it, vi } from 'vitest'
import { renameWords } from '@/screenplay'
import { oneName } from './oneName'

const looked = vi.hoisted(() => ({ names: 0, others: 0 }))
vi.mock('@/screenplay', async (original) => {
  const screenplay = await original<typeof import('@/screenplay')>()
  return {
    ...screenplay,
    renaming: (change: Parameters<typeof screenplay.renaming>[0]) => {
      looked.names += 1
      looked.others += change.others?.length ?? 0
      return screenplay.renaming(change)
    },
  }
})

beforeEach(() => Object.assign(looked, { names: 0, others: 0 }))

/** Every other name after every other, in the order in which they are known. */
const oneByOne = (docs: ReadonlyArray<{ name: string; aliases: string[] }>) => (text: string) =>
  docs.reduce((result, doc) => {
    const others = docs.flatMap((each) => (each === doc ? [] : [each.name, ...each.aliases]))
    return doc.aliases.reduce((each, old) => renameWords(each, { old, new: doc.name, others }), result)
  }, text.normalize('NFC'))

it('finds in a text what looking for each name by itself finds', () => {
  const people = [
    { name: 'Mary', aliases: ['MARY', 'Molly', 'Aunt  Mary'] },
    { name: 'Mary Ann', aliases: ["O'Neill", 'Ann'] },
    { name: 'Ann', aliases: ['Molly-Ann', 'Guard 1'] },
    { name: 'Nikos', aliases: ['ΝΙΚΟΣ', 'Guard 12', 'Straße'] },
    { name: '林晓', aliases: ['小林', '林'] },
    { name: 'İbrahim', aliases: ['Ibo', 'K.'] },
  ]
  const texts = [
    'Molly and MOLLY-ANN meet Mary Ann, and aunt\nmary. Ann waits.',
    'O’NEILL, o‑neill, Guard 1 and GUARD  12; guard 123 is nobody.',
    'Νίκος, νικος and ΝΙΚΟΣ’ coat. Strasse, STRASSE, Straße.',
    '小林和林晓说话。林 is alone. Ibo, IBO, ibo; K. and k. too.',
    'Nobody is here.',
    '',
  ]
  for (const text of texts) expect(oneName(people)(text)).toBe(oneByOne(people)(text))
  const name = oneName(people)
  for (const text of texts) expect(name(text)).toBe(oneByOne(people)(text))
})

it('looks for the names alone that may be in a text, however many there are', () => {
  const crowd = Array.from({ length: 1_000 }, (_, n) => ({ name: `Guest${n}`, aliases: [`Guard ${n}`] }))
  const name = oneName(crowd)
  for (let n = 0; n < 1_000; n += 1) expect(name(`Here is Guard ${n}.`)).toBe(`Here is Guest${n}.`)
  // Guard 1, Guard 12 and Guard 123 begin alike: no more than that for each.
  expect(looked.names).toBeLessThanOrEqual(1_000)
  expect(looked.others).toBeLessThan(5_000)
})
