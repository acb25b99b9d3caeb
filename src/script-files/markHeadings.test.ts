import { expect, it } from 'vitest'
import { readScript } from './readScript'

const read = (text: string) => readScript(Buffer.from(text), 'script.md')

it.each([
  ['bold', '**INT. SHED – DAY**', '**EXT. FIELD - NIGHT**'],
  ['bold and underlined', '_**INT. SHED – DAY**_', '_**EXT. FIELD - NIGHT**_'],
  ['headings of Markdown', '## INT. SHED – DAY', '## **EXT. FIELD - NIGHT**'],
])('scene headings that are %s are scene headings where there are no others', async (_, first, second) => {
  const { breakdown } = await read(`${first}\n\nDust.\n\nABEL\nHi.\n\n${second}\n\nRain.\n`)
  expect(breakdown.scenes.map(({ heading }) => heading)).toEqual(['INT. SHED – DAY', 'EXT. FIELD - NIGHT'])
  expect(breakdown.warnings).toEqual([
    { line: 1, message: expect.stringContaining('read as scene headings: 2') },
  ])
})

it('what is bold or a section among scene headings stays so', async () => {
  const text = '# INT. AND EXT.\n\nINT. SHED - DAY\n\n**INT. LIGHT**\n\nABEL\nHi.\n'
  expect((await read(text)).text).toBe(text)
})
