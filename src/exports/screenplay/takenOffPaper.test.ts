import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStored } from '@/screenplay'
import { readScript } from '@/script-files'
import { printText } from './printScript'

/** Pages as programs take them off paper: without the white above, and without that at the left of all lines of a page. */
const takenOff = (pages: readonly string[]) =>
  pages
    .map((page) => {
      const lines = page
        .replace(/^\s*\n/, '')
        .trimEnd()
        .split('\n')
      const white = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
      return lines.map((line) => line.slice(white)).join('\n')
    })
    .join('\f')

const SAMPLES = ['samples/the-last-signal.fountain', '../shared/samples/fountain/brick-and-steel.fountain']

describe.each(SAMPLES)('%s, taken off its pages as text', (file) => {
  const text = readFileSync(file, 'utf8')
  const printed = async (sceneNumbers: 'typed' | 'all') => {
    const pages = (await printText({ text, title: 'Script', sceneNumbers }, readStored(text))).split('\f')
    return readScript(Buffer.from(takenOff(pages.filter((page) => page.trim() !== ''))), 'taken.txt')
  }

  it.each(['typed', 'all'] as const)(
    'has every speech, whatever stands in the margin of its pages: %s',
    async (numbers) => {
      const { format, breakdown, screenplay } = await printed(numbers)
      expect(format).toBe('paged')
      const spoken = (scenes: typeof breakdown.scenes) =>
        scenes.flatMap(({ lines }) =>
          lines.map(({ cue, text: words }) => [cue.replace(/ \(CONT'D\)$/, ''), words.replace(/\s+/g, ' ')]),
        )
      expect(spoken(breakdown.scenes)).toEqual(spoken(readStored(text).breakdown.scenes))
      expect(screenplay.titlePage.map(({ key }) => key)).toContain('Title')
    },
  )
})
