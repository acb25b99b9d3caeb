import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCRIPT_FORMAT_IDS } from '@/contracts'
import { plainText, readStored, type Screenplay, type ScreenplayElement, titleRole } from '@/screenplay'
import { type ReadScript, readScript } from '@/script-files'
import { samplesOf } from '@/script-files/samples.testing'
import { SCRIPT_WRITERS } from './scriptFormats'

/** A script and where it is from; what is none, as samples of single features are, is left aside. */
type Sample = [name: string, script: () => Promise<ReadScript | null>]

const read = (bytes: Uint8Array, name?: string) => readScript(bytes, name).catch(() => null)
const inFolder = (folder: string): Sample[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.(fountain|fdx)$/.test(name))
        .map((name) => [name, () => read(new Uint8Array(readFileSync(path.join(folder, name))), name)])
    : []

const kept = await Promise.all(
  SCRIPT_FORMAT_IDS.map(async (format) =>
    (await samplesOf(format)).map((bytes, index): Sample => [`${format} ${index + 1}`, () => read(bytes)]),
  ),
)
const SAMPLES: Sample[] = [
  ...kept.flat(),
  ...['samples', 'fixtures/scripts/languages', '../shared/samples/fountain', '../shared/samples/fdx'].flatMap(
    inFolder,
  ),
]

const WRITERS_ASIDE = new Set(['section', 'synopsis', 'note', 'boneyard', 'page-break'])
/** In capitals, blanks as one but for an indent, line by line as it was broken by hand. */
const folded = (text: string) =>
  plainText(text)
    .normalize('NFC')
    .split('\n')
    .map((line) => (/^\s{2,}/.exec(line)?.[0] ?? '') + line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trimEnd()
    .toUpperCase()

function saying(element: ScreenplayElement): string {
  switch (element.type) {
    case 'scene-heading':
      return `heading ${element.sceneNumber ?? ''} ${folded(element.text)}`
    case 'character':
      return `cue ${folded([element.name, ...element.extensions.map((each) => `(${each})`)].join(' '))}${element.dual ? ' ^' : ''}`
    default:
      return `${element.type} ${'text' in element ? folded(element.text) : ''}`
  }
}

/** What is said, and on which line; speech in one, with its lines as they are broken. */
function sayings({ titlePage, elements }: Screenplay): Array<{ line: number; says: string }> {
  const list = titlePage.map(({ key, values, range }) => ({
    line: range.start,
    says: `title ${titleRole(key) ?? key} ${folded(values.join(' '))}`,
  }))
  for (const element of elements) {
    if (WRITERS_ASIDE.has(element.type)) continue
    const says = saying(element)
    const last = list.at(-1)
    if (says.endsWith(' ') || says === `${element.type} `) continue
    if (element.type === 'dialogue' && last?.says.startsWith('dialogue '))
      last.says += `\n${says.slice('dialogue '.length)}`
    else list.push({ line: element.range.start, says })
  }
  return list
}

/** Lines of what does not come back. */
function missing(script: Screenplay, again: Screenplay | null): number[] {
  const left = new Map<string, number>()
  for (const { says } of again ? sayings(again) : []) left.set(says, (left.get(says) ?? 0) + 1)
  return sayings(script).flatMap(({ line, says }) => {
    const count = left.get(says) ?? 0
    left.set(says, count - 1)
    return count > 0 ? [] : [line]
  })
}

describe.each(['txt', 'pdf', 'fdx'] as const)('a script that was exported as %s', (form) => {
  it.each(SAMPLES)('comes back as it was, or it is said what does not: %s', async (_, script) => {
    const one = await script()
    if (!one) return
    const stored = readStored(one.text)
    const order = { text: one.text, title: 'Script', marks: one.marks }
    const { data, losses } = await SCRIPT_WRITERS[form].write(order, stored)
    const again = await read(data, `script.${form}`)
    const said = new Set(losses.map(({ line }) => line))
    // A loss of the whole file is about every line.
    const unsaid = said.has(null)
      ? []
      : missing(stored.screenplay, again?.screenplay ?? null).filter((line) => !said.has(line))
    expect(unsaid.map((line) => `${line}: ${one.text.split('\n')[line - 1]}`)).toEqual([])
    const scenes = (each: Screenplay) => each.elements.filter(({ type }) => type === 'scene-heading').length
    if (again && losses.length === 0) expect(scenes(again.screenplay)).toBe(scenes(stored.screenplay))
  })
})

it('what does not come back is not listed without end', async () => {
  const text = `INT. HALL - DAY\n\n${'[[A note.]]\n\n'.repeat(300)}`
  const losses = await SCRIPT_WRITERS.pdf.losses({ text, title: 'Notes' }, readStored(text))
  expect(losses).toHaveLength(201)
  expect(losses.at(-1)?.message).toBe('Not listed: 100 more.')
})
