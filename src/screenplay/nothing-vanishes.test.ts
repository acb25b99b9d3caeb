import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFountain } from './fountain/parse'
import { sameScreenplay } from './fountain/same-screenplay'
import { writeFountain } from './fountain/write'
import { readStored } from './read-stored'
import { ScriptError } from './ScriptError'
import { OWN_SCRIPTS, readText, sharedScripts } from './samples.testing'

/** What an editor never sees of a text: emphasis and escapes join or part words. */
const wordsOf = (text: string): string[] => text.replace(/[*_\\]/g, '').match(/[\p{L}\p{N}]{2,}/gu) ?? []

/** Everything that the breakdown says, as one text. */
function everythingIn(breakdown: ReturnType<typeof readStored>['breakdown']): Set<string> {
  const said: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'string') said.push(value)
    else if (value && typeof value === 'object') for (const each of Object.values(value)) collect(each)
  }
  const { warnings: _, ...rest } = breakdown
  collect(rest)
  return new Set(wordsOf(said.join('\n')))
}

/** Words of a script that are neither in its breakdown nor on a line that a warning names. */
function lostWords(text: string): string[] {
  let stored: ReturnType<typeof readStored>
  try {
    stored = readStored(text)
  } catch (error) {
    if (error instanceof ScriptError) return []
    throw error
  }
  const kept = everythingIn(stored.breakdown)
  const warned = new Set(stored.breakdown.warnings.map(({ line }) => line))
  // A boneyard was taken out by the writer; a declaration of aliases is addressed to the breakdown.
  const cut = stored.text.replace(/\/\*[\s\S]*?\*\/|\[\[alias:.*?\]\]/g, (span) =>
    span.replace(/[^\n]/g, ' '),
  )
  return cut
    .split('\n')
    .flatMap((line, index) =>
      warned.has(index + 1)
        ? []
        : wordsOf(line.replace(/\{\{\/?revision\}\}/gi, '')).filter((word) => !kept.has(word)),
    )
}

const word = fc.stringMatching(/^[a-z]{3,8}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `${words.join(' ')}.`)
const name = fc.oneof(
  fc.constantFrom(
    'MARA',
    'JOÃO',
    'ВЕРА',
    'CLOSE ON',
    'LATER',
    'BANG!',
    'ALL',
    'MARA AND OTTO',
    'OTTO',
    'SUPER',
    '@小明',
  ),
  word.map((each) => each.toUpperCase()),
)
const extension = fc.constantFrom(
  '',
  ' (V.O.)',
  " (CONT'D)",
  ' (OFF)',
  '（画外音）',
  ' V.O.',
  ' (30)',
  ' [[who]]',
  ' ^',
  ':',
)
const heading = fc
  .tuple(
    fc.constantFrom('INT. ', 'EXT. ', 'INT/EXT ', '12 INT. ', 'INNEN. ', 'ИНТ. ', '内景 ', '.', 'INT '),
    word.map((each) => each.toUpperCase()),
    fc.constantFrom(
      ' - DAY',
      '. NOCHE',
      ' (NIGHT)',
      '-NUIT',
      ', EVENING',
      ' - 夜',
      ' DAY',
      ' - DAY - RAIN',
      '',
    ),
    fc.constantFrom('', ' #7#', ' #12A#', ' # #', ' #3', ' #8# - DAY', ' #9# X #4#'),
  )
  .map((parts) => parts.join(''))
const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  {
    weight: 4,
    arbitrary: fc.tuple(name, extension, sentence).map(([who, how, what]) => `${who}${how}\n${what}`),
  },
  { weight: 3, arbitrary: heading },
  fc.tuple(name, word, sentence).map(([who, how, what]) => `${who}\n(${how}\n${how})\n${what}\n~${what}`),
  sentence.map((text) => `[[${text}]]`),
  sentence.map((text) => `/* ${text} */`),
  sentence.map((text) => `${text} [[never`),
  sentence.map((text) => `/* ${text}`),
  sentence.map((text) => `= ${text}`),
  sentence.map((text) => `## ${text}`),
  sentence.map((text) => `> ${text} <`),
  sentence.map((text) => `~${text}`),
  sentence.map((text) => `!!${text}`),
  sentence.map((text) => `{{revision}}${text}{{/revision}}`),
  fc.constantFrom(
    'CUT TO:',
    'CUT TO:\nrunning',
    '===',
    'FADE OUT.',
    'ÜBERBLENDUNG:',
    '(MORE)',
    '.OMITTED #13#',
    '13 OMITTED 13',
  ),
  fc.tuple(heading, sentence).map(([one, other]) => `${one}\n${other}`),
)
const script = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      'Title: salt\nAuthor: pepper\n\n',
      'Titel: salz\n\nAutor: pfeffer\n\n',
      'Once: upon\n\n',
      'Foo: bar\nBaz: qux\n\n',
    ),
    fc.array(block, { minLength: 1, maxLength: 14 }),
    fc.constantFrom('\n\n', '\n\n', '\n \n', '\n\n\n'),
  )
  .map(([title, blocks, gap]) => `${title}${blocks.join(gap)}\n`)

/** A script as it looks after an accident: cut off, a line doubled, lines shuffled, characters flipped. */
const damaged = fc
  .tuple(
    script,
    fc.nat(),
    fc.nat(),
    fc.constantFrom('cut', 'double', 'swap', 'flip', 'join'),
    fc.constantFrom(...'aZ .@!>~#=()[]:\n\t'),
  )
  .map(([text, one, other, how, character]) => {
    const lines = text.split('\n')
    const at = one % lines.length
    const to = other % lines.length
    if (how === 'cut') return text.slice(0, one % text.length)
    if (how === 'double') lines.splice(at, 0, lines[to] as string)
    else if (how === 'swap') [lines[at], lines[to]] = [lines[to] as string, lines[at] as string]
    else if (how === 'join') lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`)
    else return text.slice(0, one % text.length) + character + text.slice((one % text.length) + 1)
    return lines.join('\n')
  })

const RUNS = { numRuns: 1_500, seed: 20261126 }

describe('no word of a script is lost', () => {
  it.each([...OWN_SCRIPTS, ...sharedScripts()])('of %s', (path) => {
    expect(lostWords(readText(path))).toEqual([])
  })

  it('of scripts that nobody wrote', () => {
    fc.assert(
      fc.property(script, (text) => {
        expect(lostWords(text), text).toEqual([])
      }),
      RUNS,
    )
  })

  it('of damaged ones', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        expect(lostWords(text), text).toEqual([])
      }),
      RUNS,
    )
  })
})

it('gives the same script when written and read again, damaged or not', () => {
  fc.assert(
    fc.property(fc.oneof(script, damaged), (text) => {
      const once = parseFountain(text)
      const written = writeFountain(once)
      const twice = parseFountain(written)
      if (!sameScreenplay(once, twice)) expect(twice, written).toEqual(once)
    }),
    RUNS,
  )
})

it('gives every scene a number of its own and every line a range in the text', () => {
  fc.assert(
    fc.property(script, (text) => {
      let breakdown: ReturnType<typeof readStored>['breakdown']
      try {
        breakdown = readStored(text).breakdown
      } catch {
        return
      }
      const numbers = breakdown.scenes.map(({ sceneNumber }) => sceneNumber)
      expect(new Set(numbers).size).toBe(numbers.length)
      const people = new Set(breakdown.characters.map(({ name: each }) => each))
      const last = text.split('\n').length
      for (const { lines, characters } of breakdown.scenes) {
        for (const each of characters) expect(people.has(each)).toBe(true)
        for (const { range, speakers } of lines) {
          expect(range.start).toBeGreaterThan(0)
          expect(range.end).toBeLessThanOrEqual(last)
          for (const each of speakers) expect(people.has(each)).toBe(true)
        }
      }
    }),
    RUNS,
  )
})
