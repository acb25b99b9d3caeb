import { expect, it } from 'vitest'
import { readScript } from '../readScript'
import { markSpeech } from './markSpeech'

const read = async (body: string) => {
  const { breakdown } = await readScript(Buffer.from(`○工場（夜）\n\n${body}`), 'koujou.txt')
  const lines = breakdown.scenes.flatMap(({ lines }) =>
    lines.map(({ character, parenthetical, text }) => [character, parenthetical, text]),
  )
  return { lines, breakdown }
}

it.each([
  ['over a direction', 'サラ\n（笑って）\nもう遅い。\n', [['サラ', '笑って', 'もう遅い。']]],
  ['over quotes', 'サラ\n「もう遅い」\n', [['サラ', '', '「もう遅い」']]],
  [
    'in one line beside somebody else, with no empty lines',
    '機械が止まる。\n沙羅「もう遅い」\n健「まだだ」\n',
    [
      ['沙羅', '', '「もう遅い」'],
      ['健', '', '「まだだ」'],
    ],
  ],
  [
    'in one line, again and again',
    '沙羅「もう遅い」\n\n機械が止まる。\n\n沙羅「帰ろう\n今すぐに」\n',
    [
      ['沙羅', '', '「もう遅い」'],
      ['沙羅', '', '「帰ろう\n今すぐに」'],
    ],
  ],
  [
    'known by its mark elsewhere',
    '@沙羅\nもう遅い。\n\n沙羅\n帰ろう、今すぐに。\n',
    [
      ['沙羅', '', 'もう遅い。'],
      ['沙羅', '', '帰ろう、今すぐに。'],
    ],
  ],
])('a name speaks %s', async (_, body, lines) => {
  expect((await read(body)).lines).toEqual(lines)
})

it.each([
  ['a name that stands once in front of quotes', '機械が止まる。\n\n沙羅「もう遅い」\n', '沙羅'],
  ['a name that stands once over a line', '守衛\n明かりを消す。\n', '守衛'],
])('%s is doubted, with its line', async (_, body, name) => {
  const { lines, breakdown } = await read(body)
  const line = `○工場（夜）\n\n${body}`.split('\n').findIndex((each) => each.startsWith(name)) + 1
  expect(lines).toEqual([])
  expect(breakdown.warnings).toContainEqual({ line, message: expect.stringContaining(name) })
})

/** Name and extensions of each line, with what is known of the people. */
const heard = async (body: string) => {
  const { breakdown } = await read(body)
  return {
    lines: breakdown.scenes.flatMap(({ lines }) =>
      lines.map(({ speakers, extensions, parenthetical }) => [speakers[0], extensions[0] ?? parenthetical]),
    ),
    people: breakdown.characters.map(({ name }) => name),
  }
}

it.each([
  ['沙羅Ｍ', '沙羅', 'Ｍ'],
  ['沙羅M', '沙羅', 'M'],
  ['沙羅　Ｎ', '沙羅', 'Ｎ'],
  ['沙羅 V.O.', '沙羅', 'V.O.'],
  ['沙羅(M)', '沙羅', 'M'],
  ['沙羅（Ｎ）', '沙羅', 'Ｎ'],
  ['沙羅(声)', '沙羅', '声'],
  ['沙羅（声）', '沙羅', '声'],
  ['沙羅モノローグ', '沙羅', 'モノローグ'],
  ['カイのＭ', 'カイ', 'Ｍ'],
  ['沙羅のモノローグ', '沙羅', 'モノローグ'],
  ['あやのＭ', 'あやの', 'Ｍ'],
  ['Ｎ', 'N', ''],
  ['ナレーション', 'ナレーション', ''],
])('%s before words in brackets is heard at once', async (cue, name, extension) => {
  const { lines, people } = await heard(`機械が止まる。\n\n${cue}「もう遅い」\n\n灯りが消える。\n`)
  expect(lines).toEqual([[name, extension]])
  expect(people).toEqual([name])
})

it('whoever is heard by a mark is the one who speaks without, and N is Ｎ', async () => {
  const body =
    '沙羅「帰ろう」\n沙羅Ｍ「遅い」\n沙羅(小声)「今だ」\nＮ「夜。」\nN「朝。」\n沙羅（Ｍ）(泣いて)「ああ」\n'
  const { lines, people } = await heard(body)
  expect(people).toEqual(['沙羅', 'N'])
  expect(lines.map(([name]) => name)).toEqual(['沙羅', '沙羅', '沙羅', 'N', 'N', '沙羅'])
  expect(lines.map(([, how]) => how)).toEqual(['', 'Ｍ', '小声', '', '', 'Ｍ'])
})

it.each([
  'サラは「もう遅い」と言う。',
  '看板はN「北」を指す。',
  '沙羅 AB「もう遅い」',
  '看板には「立入禁止」とある。',
  '字幕\n「三年後」',
  'NORA\nもう遅い。',
  '小明（画外音）\n你好。\n\nもう遅い。',
  '@沙羅\n健\n「もう遅い」',
  '小明\n你好。',
])('%s stays as it is', (text) => {
  expect(markSpeech(text)).toEqual({ text, warnings: [] })
})

it('in pages stays action, and its line is told', async () => {
  const page = '    INT. 部屋 - 夜\n\n    灯りが消える。\n\n    沙羅Ｍ「もう遅い」\n\n    風の音。\n'
  const { breakdown, format, text } = await readScript(Buffer.from(`${page}\f${page}`), 'heya.txt')
  expect(format).toBe('paged')
  const line = text.split('\n').findIndex((each) => each.startsWith('沙羅Ｍ')) + 1
  expect(breakdown.warnings).toContainEqual({ line, message: expect.stringContaining('沙羅Ｍ') })
})
