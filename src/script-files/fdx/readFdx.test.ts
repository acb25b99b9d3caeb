import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseFountain,
  type ScreenplayElement,
  ScriptError,
  type SourceMark,
  stripEmphasis,
} from '@/screenplay'
import { readScript } from '../readScript'
import { readFdx } from './readFdx'
import { parseXml, textContent, type XmlElement } from './xml/tree'

const bytes = (text: string) => new TextEncoder().encode(text)
const script = (...paragraphs: string[]) =>
  `<?xml version="1.0"?><FinalDraft DocumentType="Script"><Content>${paragraphs.join('\n')}</Content></FinalDraft>`
const paragraph = (type: string, text: string, attributes = '') =>
  `<Paragraph Type="${type}"${attributes}><Text>${text}</Text></Paragraph>`
const read = (...paragraphs: string[]) => readFdx(bytes(script(...paragraphs)), 'a.fdx')
const shape = (elements: readonly ScreenplayElement[]) =>
  elements.map((each) => [
    each.type,
    each.type === 'character' ? each.name : each.type === 'page-break' ? '' : each.text,
  ])

const fixture = readFileSync('fixtures/scripts/fdx/lighthouse.fdx')

describe('a document with one of everything', () => {
  it('is this in Fountain', async () => {
    const { text } = await readFdx(fixture)
    expect(text).toBe(readFileSync('fixtures/screenplay/lighthouse.fountain', 'utf8'))
  })

  it('marks what Fountain has no form for, on its lines and words', async () => {
    const { text, marks, warnings } = await readFdx(fixture)
    const lines = text.split('\n')
    const on = ({ range, offset }: SourceMark) => {
      const whole = lines.slice(range.start - 1, range.end).join('\n')
      return offset ? whole.slice(offset.start, offset.end) : whole
    }
    const found = marks.map((mark) => [mark.kind, mark.label, on(mark)])
    expect(found).toEqual([
      ['other', 'Final Draft settings', lines[0]],
      ['style', 'Summary', '= Two keepers, one lamp.'],
      ['page', '1', 'INT. LANTERN ROOM - NIGHT #1#'],
      ['other', 'The lamp fails', 'INT. LANTERN ROOM - NIGHT #1#'],
      ['other', 'Set', '[[Which tower do we get?\nThe north one has stairs.]]'],
      ['revision', 'Pink Rev. (5/9)', 'It does ***not*** turn'],
      ['tag', 'Cast: Ines', 'INES'],
      ['tag', 'Props: Oil can', 'oil can'],
      ['style', '#FFFFFFFF0000', ' that is empty'],
      ['other', 'Alts', 'You had one job_._\n  \nOne.'],
      ['style', 'Shot', 'CLOSE ON THE WICK'],
      ['page', '2', '.OMITTED #2#'],
      ['revision', 'Blue Rev. (5/3)', 'EXT. SEA - NIGHT #A3#'],
      ['page', '2A', 'EXT. SEA - NIGHT #A3#'],
      ['revision', 'Blue Rev. (5/3)', 'The boat, blind & lost <somewhere>.'],
      ['style', 'Singing', '~Oh the rocks, oh the rocks\n~They wait for us all'],
      ['style', 'Title Card', 'MORNING CAME ANYWAY.'],
      ['style', 'Foghorn', 'Hooo.'],
      ['style', 'Layout', 'A gull, far right.'],
      ['style', 'End of Act', '> END OF ACT ONE <'],
    ])
    expect(warnings.map(({ line, message }) => [line && lines[line - 1], message.slice(0, 24)])).toEqual([
      ['EXT. ROCKS - NIGHT', 'An omitted scene: what i'],
      ['EXT. ROCKS - NIGHT', 'Not kept, because they a'],
      ['Hooo.', 'Paragraphs of the type F'],
    ])
  })

  it('makes an act of an act, and an omitted scene of one that is omitted', async () => {
    const { breakdown } = await readScript(fixture, 'lighthouse.fdx')
    expect(breakdown.sections.map(({ title, depth }) => [title, depth])).toEqual([
      ['Low water', 1],
      ['Act one', 1],
    ])
    expect(breakdown.scenes.map(({ sceneNumber, isOmitted }) => [sceneNumber, isOmitted])).toEqual([
      ['1', false],
      ['2', true],
      ['A3', false],
    ])
    expect(breakdown.scenes[0]?.lines.map(({ character, isDual }) => [character, isDual])).toEqual([
      ['INES', false],
      ['INES', false],
      ['BOAT', true],
    ])
  })
})

describe('what programs differ in', () => {
  it('types in any case, missing types, text without Text, CDATA, references, namespaces', async () => {
    const { screenplay, warnings } = await readFdx(
      bytes(`<fd:FinalDraft xmlns:fd="urn:x" documenttype="Script"><fd:Content>
        <fd:Paragraph type="scene_heading" number="7"><fd:Text>INT. A - DAY</fd:Text></fd:Paragraph>
        <Paragraph><Text>No type &#8212; &quot;still&quot; &#x41;ction.</Text></Paragraph>
        <Paragraph Type="ACTION">Bare text.</Paragraph>
        <Paragraph Type="character"><Text><![CDATA[A & <B>]]></Text></Paragraph>
        <Paragraph Type="Dialog"><Text>
          Said.
        </Text></Paragraph>
      </fd:Content></fd:FinalDraft>`),
    )
    expect(shape(screenplay.elements)).toEqual([
      ['scene-heading', 'INT. A - DAY'],
      ['action', 'No type — "still" Action.'],
      ['action', 'Bare text.'],
      ['character', 'A & <B>'],
      ['dialogue', 'Said.'],
    ])
    expect(screenplay.elements[0]).toMatchObject({ sceneNumber: '7' })
    expect(warnings).toEqual([])
  })

  it('UTF-16 with and without a mark, a declared encoding, a UTF-8 mark', async () => {
    const text = script(paragraph('Scene Heading', 'INT. KÜCHE - TAG'), paragraph('Action', 'Öl.'))
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    const declared = text.replace('?>', ' encoding="windows-1252"?>')
    for (const each of [
      little,
      Buffer.from(little).swap16(),
      Buffer.from(text, 'utf16le'),
      Buffer.from(declared, 'latin1'),
      bytes(`\ufeff${text}`),
    ]) {
      const found = await readScript(each, 'draft.txt')
      expect(found.format).toBe('fdx')
      expect(found.text).toBe('INT. KÜCHE - TAG\n\nÖl.\n')
    }
  })

  it('types that were renamed or added are what the document says they behave as', async () => {
    const { screenplay, warnings } = await readFdx(
      bytes(
        script(
          paragraph('Szenenkopf', 'int. küche - tag'),
          paragraph('Rolle', 'Mara'),
          paragraph('Rede', 'Ja.'),
        ).replace(
          '</Content>',
          `</Content>
          <ElementSettings Type="Szenenkopf"><FontSpec Style="Bold+AllCaps"/><Behavior PaginateAs="Scene Heading"/></ElementSettings>
          <ElementSettings Type="Rolle"><Behavior PaginateAs="Character"/></ElementSettings>
          <ElementSettings Type="Rede"><Behavior PaginateAs="Dialogue"/></ElementSettings>`,
        ),
      ),
    )
    expect(shape(screenplay.elements)).toEqual([
      ['scene-heading', 'INT. KÜCHE - TAG'],
      ['character', 'Mara'],
      ['dialogue', 'Ja.'],
    ])
    expect(warnings).toEqual([])
  })

  it('dual dialogue beside paragraphs, notes beside the script, the caret of those who copy Fountain', async () => {
    const { screenplay } = await readFdx(
      bytes(
        `<FinalDraft><Content>${paragraph('Action', 'Hum.')}<DualDialogue>${paragraph('Character', 'A')}${paragraph('Dialogue', 'One.')}${paragraph('Character', 'B')}${paragraph('Dialogue', 'Two.')}</DualDialogue>${paragraph('Character', 'C ^')}${paragraph('Dialogue', 'Three.')}${paragraph('Action', 'End.')}</Content><ScriptNotes><ScriptNote Id="1" Range="0,4" WriterName="Runa"><Paragraph><Text>first</Text></Paragraph></ScriptNote><ScriptNote Id="2" Range="900000,900001"><Paragraph><Text>lost</Text></Paragraph></ScriptNote></ScriptNotes></FinalDraft>`,
      ),
    )
    expect(shape(screenplay.elements)).toEqual([
      ['action', 'Hum. [[first]]'],
      ['character', 'A'],
      ['dialogue', 'One.'],
      ['character', 'B'],
      ['dialogue', 'Two.'],
      ['character', 'C'],
      ['dialogue', 'Three.'],
      ['action', 'End.'],
      ['note', 'lost'],
    ])
    expect(screenplay.elements.map((each) => each.type === 'character' && each.dual)).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it('what nobody knows is kept, and said where it has words', async () => {
    const later = '<Later Kind="x">words</Later>'
    const { marks, warnings } = await read(
      `<Paragraph Type="Action"><Text>One.</Text>${later}</Paragraph>`,
      `<Paragraph Type="Action"><Text>Two.</Text>${later}<PageBreak Label="A12"/></Paragraph>`,
    )
    expect(marks.map(({ kind, label }) => [kind, label])).toEqual([
      ['other', 'Later'],
      ['other', 'Later'],
      ['page', 'A12'],
    ])
    expect(warnings).toEqual([{ line: 1, message: expect.stringContaining('<Later>') }])
  })

  it('templates, and documents with more beside the script than can be kept', async () => {
    const picture = `<Images><Image>${'A'.repeat(1_200_000)}</Image></Images>`
    const board = `<DisplayBoards>${'<Item Left="1" Top="2"/>'.repeat(5_000)}</DisplayBoards>`
    const { text, marks, warnings } = await readFdx(
      bytes(
        script(paragraph('Scene Heading', 'INT. A'))
          .replace('<Content>', `${picture}<Content>`)
          .replace('</FinalDraft>', `${board}<Revisions/></FinalDraft>`)
          .replace('"Script"', '"Script" Template="Yes"'),
      ),
      'a.fdxt',
    )
    expect(text).toBe('INT. A\n')
    expect(warnings.map(({ message }) => message)).toEqual([
      'Too large to be kept beside the script: Images, DisplayBoards.',
    ])
    expect(JSON.stringify(marks).length).toBeLessThan(1_000)
  })

  it('speech without a name is kept and said', async () => {
    const { screenplay, warnings } = await read(
      paragraph('Scene Heading', 'INT. A'),
      paragraph('Dialogue', 'Who says?'),
      paragraph('Parenthetical', '(low)'),
    )
    expect(shape(screenplay.elements)).toEqual([
      ['scene-heading', 'INT. A'],
      ['action', 'Who says?'],
      ['action', '(low)'],
    ])
    expect(warnings.map(({ line }) => line)).toEqual([3, 5])
  })
})

describe('styles', () => {
  const styled = (...runs: Array<[text: string, style: string]>) =>
    `<Paragraph Type="Action">${runs.map(([text, style]) => `<Text Style="${style}">${text}</Text>`).join('')}</Paragraph>`
  it.each([
    ['neighbours of one style are one', styled(['big ', 'Bold'], ['bang', 'Bold']), '**big bang**'],
    ['spaces stand outside', styled(['A ', ''], [' red ', 'Italic'], ['door', '']), 'A  *red* door'],
    ['side by side', styled(['a', 'Bold'], ['b', 'Italic'], ['c', 'Underline']), '**a***b*_c_'],
    ['all at once', styled(['x', 'Bold+Italic+Underline']), '_***x***_'],
    ['what looks like a mark is none', styled(['2 * 3 * 4 and a_b_c', '']), '2 * 3 * 4 and a\\_b\\_c'],
    ['a note that is text', styled(['see [[here]] /* there */', '']), 'see [\\[here]] /\\* there */'],
    ['a lone star stays', styled(['dial *69', '']), 'dial *69'],
    ['capitals', styled(['loud ', ''], ['bang', 'AllCaps']), 'loud BANG'],
    ['over lines', styled(['one\ntwo', 'Italic']), '*one*\n*two*'],
  ])('%s', async (_, xml, text) => {
    const { screenplay } = await read(xml)
    expect(screenplay.elements).toHaveLength(1)
    expect(screenplay.elements[0]).toMatchObject({ type: 'action', text })
  })

  it('that Fountain cannot write there are marks', async () => {
    const { screenplay, marks } = await read(
      `<Paragraph Type="Scene Heading"><Text Style="Bold">INT. A</Text><Text> - DAY</Text></Paragraph>`,
      styled(['gone', 'Strikeout']),
    )
    expect(shape(screenplay.elements)).toEqual([
      ['scene-heading', 'INT. A - DAY'],
      ['action', 'gone'],
    ])
    expect(marks.map(({ kind, label, offset }) => [kind, label, offset])).toEqual([
      ['style', 'Bold', { start: 0, end: 6 }],
      ['style', 'Strikeout', null],
    ])
  })
})

describe('what is refused', () => {
  const error = async (content: Uint8Array, name = 'a.fdx') => {
    const caught = await readScript(content, name).catch((each: unknown) => each)
    expect(caught).toBeInstanceOf(ScriptError)
    return (caught as ScriptError).message
  }
  it.each([
    ['a document before FDX', Uint8Array.of(0x3c, 0x53, 0x43, 0x52, 0x00, 0x01), 'old.fdr', /save it as FDX/],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'a.fdx', /a PNG image, not a Final/],
    ['other XML', bytes('<score><Content/></score>'), 'a.fdx', /no <FinalDraft> at its beginning/],
    ['no script', bytes('<FinalDraft><TitlePage/></FinalDraft>'), 'a.fdx', /no Content/],
    ['no text', bytes(script(paragraph('Action', ''))), 'a.fdx', /no text/],
    ['a document cut off', fixture.subarray(0, 900), 'a.fdx', /Line \d+: .*(cut off|never closed)/],
    [
      'tags that cross',
      bytes(script('<Paragraph><Text>x</Paragraph></Text>')),
      'a.fdx',
      /Line 1: <\/Paragraph>/,
    ],
    ['a < in the text', bytes(script(paragraph('Action', '3 < 4'))), 'a.fdx', /Line 1: /],
    ['wrong bytes', Buffer.concat([bytes('<FinalDraft>'), Buffer.from([0xc3, 0x28])]), 'a.fdx', /UTF-8/],
    [
      'tags 100,000 deep',
      bytes(script('<Paragraph>'.repeat(100_000) + '</Paragraph>'.repeat(100_000))),
      'a.fdx',
      /more than 64 deep/,
    ],
    ['too many', bytes(script('<Text/>'.repeat(400_000))), 'a.fdx', /more elements than a script/],
  ])('%s', async (_, content, name, message) => {
    expect(await error(content, name)).toMatch(message)
  })

  it('entities are nothing: billions of laughs are one word, and no file is opened', async () => {
    const laughs = Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('\n')
    const { text, warnings } = await readFdx(
      bytes(
        script(paragraph('Action', 'Ha &l30; &x; &amp;amp;')).replace(
          '<FinalDraft',
          `<!DOCTYPE x [<!ENTITY l0 "ha">\n${laughs}\n<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<FinalDraft`,
        ),
      ),
    )
    expect(text).toBe('Ha &l30; &x; &amp;\n')
    expect(warnings).toEqual([{ line: null, message: expect.stringContaining('&l30;, &x;') }])
  })
})

const SAMPLES = '../shared/samples/fdx/'
const samples = existsSync(SAMPLES) ? readdirSync(SAMPLES) : []
describe.skipIf(samples.length === 0)('files that others wrote', () => {
  it.each(samples.filter((name) => name.endsWith('.fdx')))('%s: every text is found again', async (name) => {
    const content = readFileSync(SAMPLES + name)
    const root = await parseXml(content.toString('utf8'))
    const { text } = await readFdx(content)
    const words = (given: string) => stripEmphasis(given).toLowerCase().replace(/\s+/g, ' ')
    // The key of the title page says the word.
    const kept = words(text).replace('copyright: ', 'copyright ')
    const texts = (element: XmlElement): XmlElement[] =>
      element.name === 'Text'
        ? [element]
        : element.children.flatMap((node) => (typeof node === 'string' ? [] : texts(node)))
    const inContent = root.children.flatMap((node) =>
      typeof node !== 'string' && (node.name === 'Content' || node.name === 'TitlePage')
        ? node.children.filter((each) => typeof each !== 'string' && each.name !== 'HeaderAndFooter')
        : [],
    )
    const found = inContent.flatMap((node) => (typeof node === 'string' ? [] : texts(node)))
    expect(found.length).toBeGreaterThan(0)
    for (const each of found)
      for (const line of textContent(each).split('\n'))
        expect(kept.replace(/[()]/g, '')).toContain(words(line).trim().replace(/[()]/g, ''))
  })

  it.each(samples.filter((name) => name.endsWith('.fdx')))(
    '%s: as many of each as it has paragraphs',
    async (name) => {
      const content = readFileSync(SAMPLES + name)
      // Counted by a pattern in the text of the file, not by the reader's own tree.
      const body =
        /<Content>([\s\S]*?)<\/Content>/
          .exec(content.toString('utf8'))?.[1]
          // Paragraphs of notes and summaries are none of the script's.
          ?.replace(/<(ScriptNote|SceneProperties)(?:\s[^>]*[^/>])?>[\s\S]*?<\/\1>/g, '') ?? ''
      const counted = (type: string) =>
        [...body.matchAll(/<Paragraph\b([^>]*)>([\s\S]*?)(?=<Paragraph\b|$)/g)].filter(
          ([, attributes, inner]) =>
            new RegExp(`\\bType="${type}"`).test(attributes ?? '') &&
            /<Text[^>]*>\s*[^<\s]/.test(inner ?? ''),
        ).length
      const { elements } = (await readFdx(content)).screenplay
      const read = (kind: string) => elements.filter(({ type }) => type === kind).length
      expect([read('scene-heading'), read('character'), read('parenthetical'), read('transition')]).toEqual([
        counted('Scene Heading'),
        counted('Character'),
        counted('Parenthetical'),
        counted('Transition'),
      ])
      expect(counted('Scene Heading') + counted('Character') + counted('Action')).toBeGreaterThan(0)
    },
  )

  it.each(samples.filter((name) => name.startsWith('afterwriting') && name.endsWith('.fdx')))(
    '%s: is the same script as in Fountain',
    async (name) => {
      const { screenplay } = await readFdx(readFileSync(SAMPLES + name))
      const other = parseFountain(readFileSync(SAMPLES + name.replace('.fdx', '.fountain'), 'utf8'))
      expect(shape(screenplay.elements)).toEqual(shape(other.elements))
    },
  )
})

it('no word of a paragraph vanishes, when paragraphs are missing, doubled, changed over or of other types', async () => {
  const source = fixture.toString('utf8')
  const open = source.indexOf('<Content>') + 9
  const close = source.indexOf('</Content>')
  const blocks = source.slice(open, close).split(/\n(?= {4}<Paragraph)/)
  const types = [
    'Scene Heading',
    'Action',
    'Character',
    'Parenthetical',
    'Dialogue',
    'Transition',
    'Lyrics',
    'Note',
    'Summary',
    'New Act',
    'Outline 3',
    'Nonsense',
  ]
  const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(blocks.length - 1), fc.option(fc.constantFrom(...types))), {
        minLength: 1,
        maxLength: 12,
      }),
      async (picks) => {
        const body = picks.map(([at, type]) => {
          const block = blocks[at] as string
          return type ? block.replace(/(<Paragraph[^>]*Type=")[^"]*/, `$1${type}`) : block
        })
        const xml = source.slice(0, open) + body.join('\n') + source.slice(close)
        const found = await readFdx(bytes(xml)).catch((each: unknown) => {
          if (each instanceof ScriptError) return null
          throw each
        })
        if (!found) return
        const kept = new Set(wordsIn(`${found.text} ${JSON.stringify(found.marks)}`))
        const texts = [...body.join('').matchAll(/<Text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '')
        for (const word of texts.flatMap((text) => wordsIn(text.replace(/&\w+;/g, ' '))))
          if (!kept.has(word)) expect.fail(`${word} is gone: ${JSON.stringify(picks)}`)
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
