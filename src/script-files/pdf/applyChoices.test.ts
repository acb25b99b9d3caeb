import { beforeAll, describe, expect, it } from 'vitest'
import { applyChoices, decisions, rulesToRemember } from '../printed/applyChoices'
import { choicesSchema, rememberedRules } from '../printed/choicesSchema'
import { ruleFor } from '../printed/likeness'
import { linesOf, type PageLine, type PageReading, type ReadPage } from '../printed/PageReading'
import { toScript } from '../printed/toScript'
import type { ReadingChoices } from '../ReadingChoices'
import { madeScript } from './madeScript.testing'
import { readPdf } from './readPdf'
import { LAYOUTS, type Layout, typeset } from './typeset.testing'

const celtx = LAYOUTS.find(({ name }) => name === 'Celtx') as Layout
let reading: PageReading
/** The same script two scenes longer at its head, as a next draft is. */
let next: PageReading

beforeAll(async () => {
  const script = madeScript(12)
  reading = await readPdf(await typeset(script, celtx))
  const extra = madeScript(2, 99).elements
  next = await readPdf(await typeset({ ...script, elements: [...extra, ...script.elements] }, celtx))
})

const find = (pages: PageReading, is: (line: PageLine) => boolean) => linesOf(pages).find(is) as PageLine
const omitted = (pages: PageReading) => find(pages, ({ text }) => text === 'OMITTED')
const pageOf = (line: PageLine) => ({ height: reading.pages[line.page - 1]?.height ?? 792 })

describe('a corrected reading', () => {
  it('has the kind and the words that people gave a line, and no doubt about it', () => {
    const line = omitted(reading)
    const choices: ReadingChoices = {
      rules: [],
      lines: [{ id: line.id, kind: 'heading', text: 'OMITTED SCENE' }],
    }
    const corrected = applyChoices(reading, choices)
    expect(find(corrected, ({ id }) => id === line.id)).toMatchObject({
      kind: 'heading',
      text: 'OMITTED SCENE',
      doubt: null,
    })
    expect(omitted(reading).kind).toBe('action')
    const { screenplay } = toScript(corrected)
    expect(screenplay.elements).toContainEqual(
      expect.objectContaining({ type: 'scene-heading', text: 'OMITTED SCENE' }),
    )
  })

  it('joins a line to the paragraph above where it is of its kind now', () => {
    const lines = linesOf(reading)
    const at = lines.findIndex(
      (line, index) =>
        line.kind === 'dialogue' &&
        !line.isStart &&
        lines[index + 1]?.kind === 'dialogue' &&
        !lines[index + 1]?.isStart,
    )
    const line = lines[at] as PageLine
    const wrong = applyChoices(reading, { rules: [], lines: [{ id: line.id, kind: 'action' }] })
    expect(linesOf(wrong)[at]).toMatchObject({ kind: 'action', isStart: true })
    expect(linesOf(wrong)[at + 1]).toMatchObject({ kind: 'dialogue', isStart: true })
    const right = applyChoices(wrong, { rules: [], lines: [{ id: line.id, kind: 'dialogue' }] })
    expect(linesOf(right).slice(at, at + 2)).toMatchObject([{ isStart: false }, { isStart: false }])
    expect(toScript(right).text).toBe(toScript(reading).text)
  })

  it('leaves out what people say is no part of the script, and nothing else', () => {
    const line = find(reading, ({ kind }) => kind === 'transition')
    const rule = ruleFor(line, pageOf(line), 'words', { kind: 'ignored' })
    const corrected = applyChoices(reading, { rules: [rule], lines: [] })
    const gone = linesOf(reading).filter((each, index) => linesOf(corrected)[index]?.kind !== each.kind)
    expect(gone.length).toBeGreaterThan(1)
    expect(new Set(gone.map(({ text }) => text))).toEqual(new Set(['CUT TO:']))
  })
})

describe('a rule for all lines like one', () => {
  it('means the same words whatever the number, or the same place', () => {
    const number = find(reading, ({ kind }) => kind === 'page-number')
    const words = decisions(reading, {
      rules: [ruleFor(number, pageOf(number), 'words', { kind: 'header' })],
      lines: [],
    })
    expect(words.size).toBe(linesOf(reading).filter(({ kind }) => kind === 'page-number').length)
    const name = find(reading, ({ kind }) => kind === 'character')
    const place = decisions(reading, {
      rules: [ruleFor(name, pageOf(name), 'place', { kind: 'action' })],
      lines: [],
    })
    expect(place.size).toBeGreaterThan(10)
    for (const id of place.keys()) expect(find(reading, (line) => line.id === id).kind).toBe('character')
  })
})

describe('a rule for all lines that stand alone in capitals', () => {
  const rule = () => {
    const line = omitted(reading)
    return ruleFor(line, pageOf(line), 'capitals', { kind: 'heading' })
  }

  it('means those at the same place, whatever their words, and no sentence', () => {
    const like = omitted(reading)
    const made: Array<[text: string, change?: Partial<PageLine>]> = [
      ['OMITTED'],
      ['MONTAGE'],
      ['**SNIPER SCOPE POV**'],
      ['FLASHBACK:'],
      ['BANG!'],
      ['The MONTAGE goes on'],
      ['MONTAGE', { x: like.x + 60 }],
      ['MONTAGE', { kind: 'character' }],
      ['OVER A TIGHT LINE'],
      ['UNDER ONE', { isTight: true }],
    ]
    const page = reading.pages[like.page - 1] as ReadPage
    const lines = made.map(([text, change], at) => ({
      ...like,
      id: `1.${at}`,
      text,
      isTight: false,
      ...change,
    }))
    const decided = decisions({ pages: [{ ...page, lines }] }, { rules: [rule()], lines: [] })
    expect([...decided.keys()]).toEqual(['1.0', '1.1', '1.2', '1.3'])
  })

  it('is taken by the door, and survives being stored', () => {
    const rules = [rule()]
    expect(choicesSchema.parse({ rules }).rules).toEqual(rules)
    expect(rememberedRules(JSON.parse(JSON.stringify({ rules })))).toEqual(rules)
  })
})

describe('what is remembered for the next draft', () => {
  it('finds the corrected line again by its words, wherever it stands now', () => {
    const line = omitted(reading)
    const before = linesOf(reading).filter(({ text }) => text === 'OMITTED').length
    const rules = rulesToRemember(reading, { rules: [], lines: [{ id: line.id, kind: 'heading' }] })
    expect(JSON.stringify(rules)).not.toContain(`"${line.id}"`)
    const corrected = applyChoices(next, { rules, lines: [] })
    const headings = linesOf(corrected).filter(({ kind, text }) => kind === 'heading' && text === 'OMITTED')
    expect(headings).toHaveLength(1)
    expect(headings[0]?.id).not.toBe(line.id)
    expect(linesOf(next).filter(({ text }) => text === 'OMITTED').length).toBeGreaterThanOrEqual(before)
  })

  it('keeps the last word about a line only', () => {
    const { id } = omitted(reading)
    const first = rulesToRemember(reading, { rules: [], lines: [{ id, kind: 'heading' }] })
    const then = rulesToRemember(reading, { rules: first, lines: [{ id, kind: 'ignored' }] })
    expect(then).toHaveLength(1)
    expect(then[0]?.make).toEqual({ kind: 'ignored' })
  })

  it('survives being stored, and what is no rule is not asked', () => {
    const rules = rulesToRemember(reading, {
      rules: [],
      lines: [{ id: omitted(reading).id, kind: 'heading' }],
    })
    expect(rememberedRules(JSON.parse(JSON.stringify({ rules })))).toEqual(rules)
    expect(rememberedRules({ rules: [{ when: 1 }, ...rules, 'x'] })).toEqual(rules)
    expect(rememberedRules(null)).toEqual([])
    expect(choicesSchema.safeParse({ rules: [{ when: {}, make: {} }] }).success).toBe(false)
  })
})
