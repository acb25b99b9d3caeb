import { expect, it } from 'vitest'
import type { FormerName } from '@/contracts'
import { isAskedAbout, whereStillSaid } from './stillSaid'

const former = (mentions: Partial<FormerName['mentions']>): FormerName => ({
  name: 'Bram',
  mentions: { scripts: [], shots: [], synopses: [], ...mentions },
})
const script = (lines: number) => ({ episodeId: 'e', episodeNumber: 1, title: 'One', lines })
const named = (by: 'script' | 'person') => ({ id: '1', title: 'Scene 1', by })

it.each([
  [former({ scripts: [script(1)] }), 'The script still says Bram in 1 line.'],
  [former({ scripts: [script(4), script(8)] }), 'The scripts of 2 episodes still say Bram in 12 lines.'],
  [former({ shots: [named('person')] }), '1 shot that people wrote still says Bram.'],
  [
    former({ shots: [named('person'), named('script')], synopses: [named('person')] }),
    '1 shot and 1 synopsis that people wrote still say Bram.',
  ],
])('%#', (name, words) => {
  expect(isAskedAbout(name)).toBe(true)
  expect(whereStillSaid(name)).toBe(words)
})

it('asks nothing where what says the name goes with a script', () => {
  expect(isAskedAbout(former({ shots: [named('script')] }))).toBe(false)
})
