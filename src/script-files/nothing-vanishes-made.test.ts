import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScriptError } from '@/screenplay'
import { damage } from './damage.testing'
import { type MadeParagraph, makeDocx } from './docx/samples.testing'
import { type ReadScript, readScript } from './readScript'

/**
 * Scripts that nobody wrote, of the formats and languages that the readers know: every word of them is in what was
 * read. Words are made so that none is part of another.
 */
const latin = fc.stringMatching(/^[bdgkv][aeou][bdgkv][aeou][bdgkv][aeou]$/)
const han = fc
  .array(fc.constantFrom(...'林晓王强李梅周海阿珍雨船灯河桥门窗茶饭酒书纸笔剑马牛羊'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((letters) => letters.join(''))
const cap = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
const sentence = fc.array(latin, { minLength: 1, maxLength: 6 }).map((words) => `${cap(words.join(' '))}.`)
const hanSentence = fc.array(han, { minLength: 1, maxLength: 4 }).map((words) => `${words.join('，')}。`)

const lines = <T>(parts: fc.Arbitrary<T>[], by = '\n') => fc.tuple(...parts).map((all) => all.join(by))

const production = (() => {
  const front = fc.oneof(
    han.map((title) => `《${title}》`),
    han.map((name) => `编剧：${name}`),
    lines([
      fc.constantFrom('人物表', '人物小传', '【登場人物】', '角色：'),
      lines([han, hanSentence], '：'),
      lines([han, hanSentence], '：'),
    ]),
    lines([fc.constantFrom('故事梗概', '剧情简介：'), hanSentence]),
  )
  const heading = fc
    .tuple(fc.nat({ max: 99 }), han, fc.constantFrom('日 内', '夜外', '（黄昏，外）', '内/夜', '清晨', ''))
    .chain(([number, place, rest]) =>
      fc.constantFrom(
        `1-${number} ${place} ${rest}`,
        `第${number}场 ${place} ${rest}`,
        `${number}、${place} ${rest}`,
      ),
    )
  const name = fc.oneof(han, lines([han, han], '、'), lines([han, han], '&'), lines([han, han], '和'))
  const how = fc.constantFrom(
    '',
    'OS',
    'VO',
    'ＯＳ',
    '画外音',
    '（OS）',
    '（大喊）',
    '（ＯＦＦ，低声）',
    ' V.O.',
    '内心独白',
  )
  const block = fc.oneof(
    { weight: 4, arbitrary: hanSentence.map((text) => `△ ${text}`) },
    {
      weight: 6,
      arbitrary: fc.tuple(name, how, hanSentence).map(([who, heard, said]) => `${who}${heard}：${said}`),
    },
    fc.constantFrom('【闪回】', '【闪回完】', '回忆结束：', '切至：', '【回到现实】', '（完）', '第二集'),
    hanSentence.map((text) => `【字幕：${text}】`),
    fc.tuple(han, han).map(([one, other]) => `人物：${one}、${other}`),
    hanSentence,
  )
  return fc
    .tuple(
      fc.array(front, { maxLength: 4 }),
      fc.array(
        lines([heading, fc.array(block, { minLength: 1, maxLength: 7 }).map((all) => all.join('\n'))]),
        { minLength: 2, maxLength: 4 },
      ),
    )
    .map(([top, scenes]) => `${top.join('\n\n')}\n\n${scenes.join('\n\n')}\n`)
})()

const labelled = (() => {
  const front = fc.oneof(
    sentence.map((text) => `Title: ${text}`),
    fc.tuple(latin, latin).map(([one, other]) => `Autorin: ${cap(one)} ${cap(other)}`),
    lines([
      fc.constantFrom('CHARACTERS', 'Personen:', 'Personnages', 'ДЕЙСТВУЮЩИЕ ЛИЦА'),
      fc.tuple(latin, sentence).map(([name, said]) => `${cap(name)} - ${said}`),
      fc.tuple(latin, sentence).map(([name, said]) => `${cap(name)}: ${said}`),
    ]),
  )
  const head = fc
    .tuple(
      fc.constantFrom('SCENE', 'Szene', 'Scène', 'СЦЕНА', 'Escena', 'S#'),
      fc.nat({ max: 40 }),
      latin,
      fc.constantFrom('Night', 'Tag', 'soir', 'утро'),
      latin,
    )
    .map(
      ([word, number, place, time, crew]) =>
        `${word} ${number}\nLocation: ${cap(place)}\nTime: ${time}\nCrew: ${crew}\n`,
    )
  const block = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(latin, fc.constantFrom('', ' (softly)', ' (off)'), sentence)
        .map(([who, how, said]) => `${cap(who)}${how}: ${said}`),
    },
    { weight: 2, arbitrary: fc.tuple(latin, sentence).map(([who, said]) => `${who.toUpperCase()}: ${said}`) },
    { weight: 3, arbitrary: sentence },
    sentence.map((text) => `NOTE: ${text}`),
    sentence.map((text) => `Music: ${text.toLowerCase()}`),
    fc.constantFrom('CUT TO:', 'Akt II', 'Remember: the door.'),
  )
  return fc
    .tuple(
      fc.array(front, { maxLength: 3 }),
      fc.array(
        lines([head, fc.array(block, { minLength: 1, maxLength: 7 }).map((all) => all.join('\n\n'))]),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .map(([top, scenes]) => `${top.join('\n\n')}\n\n${scenes.join('\n\n')}\n`)
})()

/** Fountain as studios of other countries set it. */
const national = (() => {
  const upper = latin.map((word) => word.toUpperCase())
  const title = fc.constantFrom(
    '',
    'Titel: dadaba\nAutorin: bagabu\nFassung: vuvodo\n\n',
    'Titre : dadaba\n\nAuteur: bagabu\n\n',
    '标题：林晓\n编剧：王强\n\n',
    'Название: dadaba\nАвтор: bagabu\n\n',
  )
  const heading = fc
    .tuple(fc.nat({ max: 99 }), upper)
    .chain(([number, place]) =>
      fc.constantFrom(
        `BILD ${number} - AUSSEN. ${place} - TAG`,
        `${number}. INNEN / ${place} / NACHT`,
        `${number}. ${place} - INT/JOUR`,
        `SÉQUENCE ${number} - INT. ${place} - NUIT`,
        `CENA ${number}. ${place}. INTERIOR. DIA`,
        `SAHNE ${number} – ${place} – İÇ / GECE`,
        `1-${number}. ИНТ. ${place}. НОЧЬ`,
        `S#${number}. ${place} (밤)`,
        `○ ${place === '' ? '港' : `港${place}`}（朝）`,
        `${place} - AUSSEN / ABEND`,
        `INT. ${place} #${number}# - DAY`,
        `I/A. ${place} - TAG`,
      ),
    )
  const block = fc.oneof(
    sentence,
    fc
      .tuple(upper, fc.constantFrom('', ' (OFF)', ' (HORS CHAMP)', ' (ЗК)', ' V.O.'), sentence)
      .map(([who, how, said]) => `${who}${how}\n${said}`),
    fc
      .tuple(han, fc.constantFrom('OS', 'Ｎ', '（画外音）', '画外音', ''))
      .map(([who, how]) => `@${who}${how}\n好好好。`),
    sentence.map((text) => `[[${text}]]`),
    fc.constantFrom('RÜCKBLENDE\nDodogu.', 'FIN DU FLASHBACK', 'ÜBERBLENDUNG:'),
  )
  return fc
    .tuple(
      title,
      fc.array(fc.oneof({ weight: 1, arbitrary: heading }, { weight: 2, arbitrary: block }), {
        minLength: 2,
        maxLength: 12,
      }),
    )
    .map(([top, blocks]) => `${top}${blocks.join('\n\n')}\n`)
})()

/** A document with a title page that only its place shows, or something like it. */
const document: fc.Arbitrary<MadeParagraph[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        sentence,
        fc.constantFrom(
          'by',
          'Written by',
          'un film de',
          'by Dadaba Gogovu',
          'Third draft',
          'me@example.org',
        ),
      ),
      { maxLength: 5 },
    ),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    fc.array(sentence, { minLength: 1, maxLength: 4 }),
  )
  .map(([top, centred, body]) => [
    ...top.map((text, index) => (centred[index] ? { text, align: 'center' } : { text })),
    { text: 'INT. MILL - DAY' },
    ...body.map((text) => ({ text })),
  ])

/** Words that say what a line is and become a mark, a heading or a number. */
const STRUCTURE =
  /^(?:第|场|人物|角色|编剧|片名|标题|int|ext|title|autorin|scene|szene|scène|сцена|escena|location|time|bild|séquence|cena|sahne|akt|ii|aussen|innen)$/iu
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/\p{Script=Han}+|\p{L}{2,}/gu) ?? []

function isIn(kept: string, word: string): boolean {
  if (kept.includes(word)) return true
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return false
  // A name may stand apart from what was typed right behind it.
  return [...word].some((_, at) => at > 0 && kept.includes(word.slice(0, at)) && isIn(kept, word.slice(at)))
}

/** Words that are neither in the breakdown nor on a line that a warning names; of the stored text nothing may be gone. */
function lost(source: string, { text, breakdown }: ReadScript): string[] {
  const { warnings, ...rest } = breakdown
  const stored = text.toLowerCase().normalize('NFC')
  const told = warnings
    .map(({ line }) => (line === null ? '' : (text.split('\n')[line - 1] ?? '')))
    .join('\n')
  const said = `${JSON.stringify(rest)}\n${told}\n${warnings.map(({ message }) => message).join('\n')}`
    .toLowerCase()
    .normalize('NFC')
  return [...new Set(wordsOf(source))].filter(
    (word) => !STRUCTURE.test(word) && !(isIn(stored, word) && isIn(said, word)),
  )
}

const check = async (bytes: Uint8Array, source: string) => {
  const read = await readScript(bytes, 'made.txt').catch((error: unknown) => {
    if (error instanceof ScriptError) return null
    throw error
  })
  if (read) expect(lost(source, read), source).toEqual([])
}

const RUNS = { numRuns: Number(process.env.VANISHING_RUNS ?? 150), seed: 20261126 }

describe('no word vanishes of', () => {
  it.each([
    ['a Chinese production script', production],
    ['labelled prose', labelled],
    ['scripts as each country sets them', national],
  ] as const)(
    '%s',
    async (_, script) => {
      await fc.assert(
        fc.asyncProperty(script, (text) => check(Buffer.from(text), text)),
        RUNS,
      )
    },
    600_000,
  )

  it('a document with a title page, or something like one', async () => {
    await fc.assert(
      fc.asyncProperty(document, (made) => check(makeDocx(made), made.map(({ text }) => text).join('\n'))),
      RUNS,
    )
  }, 600_000)
})

it('reads any of them damaged without falling over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(production, labelled, national), fc.nat(), async (text, seed) => {
      await readScript(damage(Buffer.from(text), seed), 'made.txt').catch((error: unknown) => {
        if (!(error instanceof ScriptError)) throw error
      })
    }),
    { ...RUNS, numRuns: Math.min(RUNS.numRuns, 2_000) },
  )
}, 600_000)
