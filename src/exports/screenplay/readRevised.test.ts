import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStored } from '@/screenplay'
import { readPdfScript } from '@/script-files/pdf/readPdfScript'
import { printPdf } from './printScript'

describe.each(['letter', 'a4'] as const)('revision marks beside scene numbers, on %s', (paper) => {
  it('are read as marks, and neither as the heading', async () => {
    const text = readFileSync('samples/the-last-signal.fountain', 'utf8')
    const { breakdown } = readStored(text)
    const revisedLines = breakdown.scenes.map(({ range }) => range.start)
    const pdf = await printPdf({ text, title: 'The Last Signal', paper, sceneNumbers: 'all', revisedLines })
    const { screenplay } = await readPdfScript(pdf)
    const headings = screenplay.elements.flatMap((each) => (each.type === 'scene-heading' ? [each] : []))
    expect(headings.map((each) => [each.sceneNumber, each.text])).toEqual(
      breakdown.scenes.map((scene) => [scene.sceneNumber, scene.heading.toUpperCase()]),
    )
  })
})
