import { expect, it } from 'vitest'
import { ScriptError } from '@/screenplay'
import { OWN_SCRIPTS, readText } from '@/screenplay/samples.testing'
import { readScript } from './readScript'

const sample = OWN_SCRIPTS.find((path) => path.includes('/samples/')) as string

it('the sample that ships reads without a warning and shows what a script can hold', async () => {
  const { breakdown, screenplay, format } = await readScript(
    new TextEncoder().encode(readText(sample)),
    sample,
  )
  expect(format).toBe('fountain')
  expect(breakdown.warnings).toEqual([])
  expect(breakdown.title).toBe('THE LAST SIGNAL')
  expect(breakdown.pageCount).toBeGreaterThanOrEqual(8)
  expect(breakdown.pageCount).toBeLessThanOrEqual(12)
  expect(breakdown.scenes).toHaveLength(13)
  expect(breakdown.characters.map(({ name }) => name).sort()).toEqual([
    'EMIL',
    'MCADAIR',
    'MILA',
    'PIP',
    'RUTA',
  ])
  expect(breakdown.characters.find(({ name }) => name === 'EMIL')?.aliases).toEqual(['OLD MAN'])
  expect(
    breakdown.characters.map(({ displayName, age, gender, role }) => [displayName, age, gender, role]),
  ).toEqual([
    ['Mila', '19', 'female', 'protagonist'],
    ['Ruta', '63', 'female', 'protagonist'],
    ['McAdair', '40s', 'male', 'supporting'],
    ['Emil', 'old', 'male', 'supporting'],
    ['Pip', '8', 'male', 'supporting'],
  ])
  // One of everything: it is the first file that people try the importer with.
  expect(new Set(screenplay.elements.map(({ type }) => type)).size).toBe(13)
})

it('readScript names the file in every error', async () => {
  const read = (text: string) => readScript(new TextEncoder().encode(text), 'draft.fountain')
  await expect(read('')).rejects.toThrow(ScriptError)
  await expect(read('<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">')).rejects.toThrow(
    /Line 2: <FinalDraft> is never closed/,
  )
  await expect(read('Only prose.')).rejects.toThrow(/^draft\.fountain: Line 1: /)
})

it('a fixture with CRLF, a byte order mark and decomposed accents has one MÁRA', async () => {
  const path = OWN_SCRIPTS.find((each) => each.includes('decomposed')) as string
  const { breakdown } = await readScript(new TextEncoder().encode(readText(path)))
  expect(breakdown.characters).toMatchObject([{ name: 'MÁRA', lineCount: 2 }])
  expect(breakdown.scenes[0]).toMatchObject({
    location: 'KÜCHE',
    timeOfDay: 'TAG',
    range: { start: 1, end: 7 },
  })
})
