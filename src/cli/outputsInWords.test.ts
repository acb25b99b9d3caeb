import { expect, it } from 'vitest'
import type { BoardOutput, BoardOutputs } from '@/contracts'
import { outputsInWords } from './outputsInWords'

const output = (isOutOfDate: boolean, ...reasons: string[]) => ({ isOutOfDate, reasons }) as BoardOutput

it('says of each output whether it is out of date, and why', () => {
  const outputs: BoardOutputs = {
    pdf: output(true, 'scene 4 was deleted', 'two panels of scene 3 have other pictures'),
    csv: output(false),
    animatic: null,
  }
  expect(outputsInWords(outputs)).toEqual([
    '  Storyboard PDF   out of date: scene 4 was deleted, two panels of scene 3 have other pictures',
    '  Shot list        up to date',
    '  Animatic         not made',
  ])
})
