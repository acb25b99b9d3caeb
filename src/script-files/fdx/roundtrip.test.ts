import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  parseFountain,
  portableFountain,
  type Screenplay,
  type ScreenplayElement,
  type SourceMark,
  writeFountain,
} from '@/screenplay'
import { fdx } from '.'
import { textPieces } from './write/pieces'
import { writeFdx } from './write/writeFdx'

const range = { start: 0, end: 0 }
const read = (xml: string) => fdx.read(new TextEncoder().encode(xml), 'a.fdx')

/** What a text says, however it is spelled: every letter with its style, and the notes between them. */
const saidBy = (text: string) =>
  textPieces(text).pieces.map((piece) =>
    'run' in piece
      ? Array.from(piece.run.text, (letter) =>
          letter.trim() === ''
            ? letter
            : `${letter}${+piece.run.isBold}${+piece.run.isItalic}${+piece.run.isUnderlined}`,
        ).join('')
      : piece,
  )

const flat = (said: ReturnType<typeof saidBy>) =>
  said.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('')

/** Headings, cues and transitions keep emphasis as marks, and nothing in a document says that a mark was typed. */
const tidy = ({ titlePage, elements }: Screenplay) => ({
  titlePage: titlePage.map(({ key, values }) => ({ key, values })),
  elements: elements.map((element) => {
    const { range: _, ...rest } = element as ScreenplayElement & { forced?: boolean }
    return { ...rest, forced: undefined, ...('text' in rest ? { text: flat(saidBy(rest.text)) } : {}) }
  }),
})

const word = fc.constantFrom(
  'lamp',
  'Wände',
  'ЛАМПА',
  '灯',
  'no',
  '“yes”',
  '*',
  '_',
  'a*b',
  'x_y_',
  '\\*',
  '69',
  '&',
  '<b>',
  '...',
)
const styled = fc
  .tuple(word, fc.constantFrom('', '*', '**', '***', '_', '_**', '_*'))
  .map(([text, mark]) => (/[*_\\]/.test(text) ? text : `${mark}${text}${[...mark].reverse().join('')}`))
const note = fc.constantFrom('[[why?]]', '[[two\nlines]]', '/* gone */')
const phrase = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: styled, weight: 8 }, { arbitrary: note, weight: 1 }), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([words]) => ['It', ...words].join(' '))
const lines = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))
const plain = fc
  .array(fc.constantFrom('DOOR', 'Wand', 'ЛАМПА', '门', 'A-B', '&'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' '))

type Bare = Record<string, unknown>
const heading = fc.record({
  type: fc.constant('scene-heading'),
  text: fc.oneof(
    plain.map((text) => `INT. ${text} - DAY`),
    plain,
  ),
  sceneNumber: fc.constantFrom(null, '1', '12A', 'A12'),
  forced: fc.constant(false),
})
const omitted = fc
  .constantFrom('\nINT. HALL - DAY\n\nShe waits.\n\nMARA\n(low)\nYes.\n', '\nGone.\n')
  .map((text): Bare[] => [
    { type: 'scene-heading', text: 'OMITTED', sceneNumber: '4', forced: false },
    { type: 'boneyard', text },
  ])
const speech = fc.oneof(
  fc.record({ type: fc.constant('parenthetical'), text: phrase }),
  fc.record({
    type: fc.constant('dialogue'),
    text: fc.oneof(
      lines,
      lines.map((text) => `${text}\n\nAfter.`),
    ),
  }),
)
const block = (dual: boolean) =>
  fc
    .tuple(
      fc.constantFrom('MARA', 'McADAIR', 'ジョン', 'GUARD #2', 'R&D'),
      fc.constantFrom([], ['V.O.'], ['O.S.', "CONT'D"], ['into phone']),
      fc.array(speech, { minLength: 0, maxLength: 3 }),
    )
    .map(([name, extensions, said]): Bare[] => [
      { type: 'character', name, extensions, dual, forced: true },
      ...said.filter((each, index) => each.type !== said[index - 1]?.type),
    ])
const single = fc.oneof(
  fc.record({ type: fc.constant('action'), text: lines, forced: fc.constant(false) }),
  fc.record({
    type: fc.constant('transition'),
    text: fc.oneof(fc.constant('CUT TO:'), plain),
    forced: fc.constant(false),
  }),
  fc.record({ type: fc.constant('centered'), text: phrase }),
  fc.record({ type: fc.constant('section'), depth: fc.integer({ min: 1, max: 4 }), text: phrase }),
  fc.record({ type: fc.constant('synopsis'), text: phrase }),
  fc.record({ type: fc.constant('note'), text: fc.constantFrom('one', 'one\n\ntwo', 'a ] b') }),
  fc.record({ type: fc.constant('boneyard'), text: fc.constantFrom(' x ', '\nINT. A\n\nB\n', 'a*', '') }),
  fc.record({ type: fc.constant('lyrics'), text: fc.constantFrom('La', 'La\nla') }),
  fc.constant({ type: 'page-break' }),
  heading,
)
const piece = fc.oneof(
  { weight: 6, arbitrary: single.map((each): Bare[] => [each]) },
  { weight: 3, arbitrary: block(false) },
  { weight: 1, arbitrary: fc.tuple(block(false), block(true)).map((both) => both.flat()) },
  { weight: 1, arbitrary: omitted },
)
const titlePage = fc.constantFrom<Array<[string, string[]]>>(
  [],
  [['Title', ['_**LOW WATER**_']]],
  [
    ['Title', ['Low Water', 'Part two']],
    ['Credit', ['Written by']],
    ['Authors', ['Runa Vik', 'Odd Sand']],
    ['Source', ['Based on a tide']],
    ['Draft date', ['3 May 2026']],
    ['Contact', ['runa@example.com', 'Harbour Street 1']],
    ['Notes', ['Not for print', 'yet']],
    ['Серия', ['2']],
  ],
  [
    ['Title', ['X']],
    ['Author', ['Runa Vik']],
    ['Copyright', ['© 2026']],
  ],
)
const screenplay = fc
  .tuple(titlePage, fc.array(piece, { minLength: 1, maxLength: 12 }))
  .map(([title, pieces]) => {
    const made = {
      titlePage: title.map(([key, values]) => ({ type: 'title-page-entry' as const, key, values, range })),
      elements: pieces.flat().map((each) => ({ range, ...each }) as ScreenplayElement),
    }
    // Through Fountain once: what it has no form for is no concern here.
    return parseFountain(writeFountain(made))
  })

it('a screenplay that goes through Final Draft and back is the same', async () => {
  await fc.assert(
    fc.asyncProperty(screenplay, async (before) => {
      const { xml, losses } = writeFdx(before)
      const { screenplay: after } = await read(xml)
      expect(tidy(after)).toEqual(tidy(before))
      const comments = before.elements.filter(({ type }) => type === 'boneyard').length
      if (comments === 0)
        expect(losses.filter(({ message }) => !/comment|beside this name/.test(message))).toEqual([])
    }),
    { numRuns: 300 },
  )
}, 120_000)

it.each(['FADE TO WHITE.', 'FADE IN:', 'CUT TO', 'Fade to white.', 'ÜBERBLENDUNG', '淡出'])(
  'a transition that other programs need a mark for stays one: %s',
  async (typed) => {
    const paragraph = (type: string, text: string) =>
      `<Paragraph Type="${type}"><Text>${text}</Text></Paragraph>`
    const head = paragraph('Scene Heading', 'INT. DARKROOM - NIGHT') + paragraph('Action', 'The lamp fails.')
    const document = (content: string) =>
      `<FinalDraft DocumentType="Script" Version="4"><Content>${content}</Content></FinalDraft>`
    const { screenplay, text } = await read(document(head + paragraph('Transition', typed)))
    const stored = parseFountain(text)
    expect(portableFountain(text, screenplay)).toContain(`\n\n> ${typed}`)
    for (const again of [stored, parseFountain(portableFountain(text, screenplay))]) {
      expect(again.elements.at(-1)).toMatchObject({ type: 'transition', text: typed })
      const { screenplay: back } = await read(writeFdx(again).xml)
      expect(back.elements.at(-1)).toMatchObject({ type: 'transition', text: typed })
    }
  },
)

it('marks on any words come back on the same words', async () => {
  const style = fc.constantFrom<Omit<SourceMark, 'range' | 'offset'>>(
    { kind: 'revision', label: 'Blue' },
    { kind: 'revision', label: 'Pink' },
    { kind: 'tag', label: 'Props: lamp' },
    { kind: 'style', label: 'Strikeout', data: { fdx: 'Text', look: { Style: 'Strikeout' } } },
  )
  const placed = fc.tuple(style, fc.nat(), fc.nat(), fc.nat())
  await fc.assert(
    fc.asyncProperty(screenplay, fc.array(placed, { minLength: 1, maxLength: 4 }), async (script, wanted) => {
      const text = writeFountain(script)
      const lines = text.split('\n')
      const bodies = script.elements.filter(({ type }) => type === 'action' || type === 'dialogue')
      if (bodies.length === 0) return
      const marks = wanted.flatMap(([kind, nth, from, length]): SourceMark[] => {
        const { range: at } = bodies[nth % bodies.length] as ScreenplayElement
        const source = lines.slice(at.start - 1, at.end).join('\n')
        const words = [...source.matchAll(/\p{L}+/gu)]
        // Notes are words of nobody.
        if (words.length === 0 || /\[\[|\/\*/.test(source)) return []
        const first = words[from % words.length] as RegExpExecArray
        const last = words[
          Math.min(words.length - 1, (from % words.length) + (length % 4))
        ] as RegExpExecArray
        return [{ ...kind, range: at, offset: { start: first.index, end: last.index + last[0].length } }]
      })
      const again = await read(writeFdx(parseFountain(text), { marks, text }).xml)
      const covered = (all: readonly SourceMark[], written: string) => {
        const rows = written.split('\n')
        const found = all
          .filter(({ data }) => data?.scope !== 'file')
          .filter(({ kind, data }) => kind !== 'style' || data?.fdx === 'Text')
          .flatMap(({ label, range: at, offset }) => {
            const source = rows.slice(at.start - 1, at.end).join('\n')
            const part = offset ?? { start: 0, end: source.length }
            return [...source.matchAll(/\p{L}/gu)]
              .map(({ index }, letter) => ({ index, key: `${label} ${at.start} ${letter}` }))
              .filter(({ index }) => index >= part.start && index < part.end)
              .map(({ key }) => key)
          })
        // Of two revisions on one letter the later one is printed.
        return new Set(found.map((key) => key.replace(/^(?:Blue|Pink) /, 'Revised ')))
      }
      expect(covered(again.marks, again.text)).toEqual(covered(marks, text))
    }),
    { numRuns: 200 },
  )
}, 120_000)
