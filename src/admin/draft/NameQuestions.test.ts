import { expect, it } from 'vitest'
import { likelyOf, pairsOf } from './NameQuestions'

const asked = (id: string, next: string) => ({
  old: { id, name: id.toUpperCase() },
  new: next,
  scenes: ['s1'],
  question: `Is ${next} the old ${id.toUpperCase()}?`,
  isKnown: false,
})

it('begins with the answer that is likely, and leaves open what is not', () => {
  const one = asked('nora', 'NINA')
  expect(pairsOf([one], likelyOf([one]))).toEqual([['nora', 'NINA']])
  const either = [asked('ben', 'TOM'), asked('sam', 'TOM'), asked('ada', 'EVE'), asked('ada', 'IDA')]
  expect(pairsOf([one, ...either], likelyOf([one, ...either]))).toEqual([['nora', 'NINA']])
})
