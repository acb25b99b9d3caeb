import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFountain, plainText, readStored, type Screenplay } from '@/screenplay'
import { paginate } from '@/screenplay/pages'
import { readPdf } from './readPdf'
import { readPdfScript } from './readPdfScript'

const folder = 'fixtures/printed'

/** What a page shows of a script: notes, sections and what is commented out are not printed. */
const shown = ({ elements }: Screenplay) =>
  elements.flatMap((element) => {
    if (element.type === 'scene-heading') return [`# ${plainText(element.text)}`]
    if (element.type === 'character')
      return [
        [`@ ${plainText(element.name)}`, ...element.extensions.filter((each) => !/cont/i.test(each))].join(
          ' ',
        ),
      ]
    if (element.type === 'dialogue' || element.type === 'parenthetical')
      return [
        `${element.type[0]} ${plainText(element.text)
          .replace(/\s+/g, ' ')
          .replace(/^\(|\)$/g, '')}`,
      ]
    return []
  })

describe('a PDF that afterwriting printed', () => {
  it('of speech alone is read as speech, the pair side by side', async () => {
    const source = parseFountain(readFileSync(`${folder}/speech.fountain`, 'utf8'))
    const { screenplay } = await readPdfScript(readFileSync(`${folder}/speech-afterwriting.pdf`))
    expect(shown(screenplay)).toEqual(shown(source))
    expect(screenplay.elements.filter((each) => each.type === 'character' && each.dual)).toHaveLength(1)
  })

  it('of the sample script has its scenes, numbers and speeches', async () => {
    const { screenplay: source, breakdown } = readStored(
      readFileSync('samples/the-last-signal.fountain', 'utf8'),
    )
    const bytes = readFileSync(`${folder}/the-last-signal-afterwriting.pdf`)
    const read = await readPdfScript(bytes)
    const cues = (script: Screenplay) => shown(script).filter((line) => line.startsWith('@'))
    expect(cues(read.screenplay)).toEqual(cues(source))
    const headings = read.screenplay.elements.flatMap((each) => (each.type === 'scene-heading' ? [each] : []))
    expect(headings.map(({ text }) => text.toUpperCase())).toEqual(
      breakdown.scenes.map(({ heading }) => heading.toUpperCase()),
    )
    // Title page aside, it takes as many pages as ours.
    const { pages } = await readPdf(bytes)
    const printed = pages.length - 1
    expect(Math.abs(paginate(source).length - printed)).toBeLessThanOrEqual(printed * 0.05)
  })
})
