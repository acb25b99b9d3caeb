import { describe, expect, it } from 'vitest'
import { plainText, type ScreenplayElement } from '@/screenplay'
import { madeScript } from '@/script-files/pdf/madeScript.testing'
import { readPdfScript } from '@/script-files/pdf/readPdfScript'
import { screenplayPdf } from './screenplayPdf'

/** What of an element is on paper; an omitted scene is so by its number. */
const printed = (element: ScreenplayElement) => {
  if (element.type === 'character') {
    const { type, name, extensions, dual } = element
    return { type, name, extensions, dual }
  }
  const text = 'text' in element ? plainText(element.text).replace(/\s+/g, ' ').trim() : ''
  const number = element.type === 'scene-heading' ? element.sceneNumber : null
  return { type: element.type, text, number }
}

describe.each(['letter', 'a4'] as const)('a script that was printed here on %s', (paper) => {
  it('is read as what it was', async () => {
    const script = madeScript(30, 11)
    const file = await screenplayPdf(script, { paper, header: 'First draft' })
    const { screenplay } = await readPdfScript(new Uint8Array(file))
    expect(screenplay.elements.map(printed)).toEqual(script.elements.map(printed))
  })
})
