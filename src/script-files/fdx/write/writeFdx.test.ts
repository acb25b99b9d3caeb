import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFountain, type SourceMark } from '@/screenplay'
import { OWN_SCRIPTS, readText, sharedScripts } from '@/screenplay/samples.testing'
import { readFdx } from '../readFdx'
import { attribute, child, childrenOf, parseXml, type XmlElement } from '../xml/tree'
import { writeFdx } from './writeFdx'

const encode = (text: string) => new TextEncoder().encode(text)
const write = (text: string, marks: SourceMark[] = []) => writeFdx(parseFountain(text), { marks, text })
const contentOf = async (xml: string) => child(await parseXml(xml), 'Content') as XmlElement
/** The paragraphs of a document as they stand in it, one line each. */
const bodyOf = (xml: string) =>
  xml
    .slice(xml.indexOf('<Content>') + 9, xml.indexOf('</Content>'))
    .split('\n')
    .map((line) => line.trim())
    .join('')
    .split(/(?=<Paragraph Type)/)
    .filter(Boolean)

describe('what Final Draft and other programs ask of a document', () => {
  /** In the order in which documents have them. */
  const ROOT = [
    'Content',
    'HeaderAndFooter',
    'PageLayout',
    'ElementSettings',
    'TitlePage',
    'MoresAndContinueds',
    'SceneNumberOptions',
    'Revisions',
    'TagData',
  ]
  const CHILDREN: Record<string, string[]> = {
    Content: ['Paragraph'],
    Paragraph: ['SceneProperties', 'Text', 'ScriptNote', 'DualDialogue', 'OmittedScene'],
    SceneProperties: ['Summary'],
    Summary: ['Paragraph'],
    ScriptNote: ['Paragraph'],
    DualDialogue: ['Paragraph'],
    OmittedScene: ['Paragraph'],
    Text: [],
  }
  function check(element: XmlElement, isInNote = false): void {
    const allowed = CHILDREN[element.name]
    expect(allowed, element.name).toBeDefined()
    for (const each of childrenOf(element)) {
      expect(allowed, `${each.name} in ${element.name}`).toContain(each.name)
      check(each, isInNote || element.name === 'ScriptNote' || element.name === 'Summary')
    }
    if (element.name === 'Paragraph' && !isInNote) expect(attribute(element, 'Type')).toBeTruthy()
    if (attribute(element, 'Type') === 'Scene Heading')
      expect(childrenOf(element)[0]?.name).toBe('SceneProperties')
    if (element.name === 'DualDialogue') {
      const cues = childrenOf(element).filter((each) => attribute(each, 'Type') === 'Character')
      expect(cues.length).toBeGreaterThan(1)
      expect(attribute(childrenOf(element)[0] as XmlElement, 'Type')).toBe('Character')
    }
    // Text stands in Text alone.
    if (element.name !== 'Text')
      expect(element.children.filter((node) => typeof node === 'string' && node.trim() !== '')).toEqual([])
  }

  it.each([...OWN_SCRIPTS, ...sharedScripts()])('holds for %s', async (path) => {
    const { xml } = writeFdx(parseFountain(readText(path)))
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8" standalone="no" \?>\n<FinalDraft /)
    const root = await parseXml(xml)
    expect(root.attributes).toEqual({ DocumentType: 'Script', Template: 'No', Version: '4' })
    const names = childrenOf(root).map(({ name }) => name)
    const order = names.map((name) => ROOT.indexOf(name))
    expect(order).toEqual([...order].sort((one, other) => one - other))
    expect(names.filter((name) => name === 'Content')).toHaveLength(1)
    check(await contentOf(xml))
    const types = childrenOf(root, 'ElementSettings').map((each) => attribute(each, 'Type'))
    const used = new Set(
      (await contentOf(xml)).children.map((node) => typeof node !== 'string' && attribute(node, 'Type')),
    )
    for (const type of used) if (type) expect(types).toContain(type)
  })
})

describe('elements', () => {
  it.each([
    [
      'a number',
      'INT. A - DAY #12A#',
      [
        '<Paragraph Type="Scene Heading" Number="12A"><SceneProperties Title=""/><Text>INT. A - DAY</Text></Paragraph>',
      ],
    ],
    [
      'styles',
      '**a** *b* _***c***_',
      [
        '<Paragraph Type="Action"><Text Style="Bold">a</Text><Text> </Text><Text Style="Italic">b</Text><Text> </Text><Text Style="Bold+Italic+Underline">c</Text></Paragraph>',
      ],
    ],
    [
      'a page break',
      'A.\n\n===\n\nB.',
      [
        '<Paragraph Type="Action"><Text>A.</Text></Paragraph>',
        '<Paragraph Type="Action" StartsNewPage="Yes"><Text>B.</Text></Paragraph>',
      ],
    ],
    [
      'the middle',
      '> THE END <',
      ['<Paragraph Type="Action" Alignment="Center"><Text>THE END</Text></Paragraph>'],
    ],
    [
      'sections and what they are about',
      '# One\n\n= Why',
      [
        '<Paragraph Type="Outline 1"><Text>One</Text></Paragraph>',
        '<Paragraph Type="Summary"><Text>Why</Text></Paragraph>',
      ],
    ],
    [
      'an act',
      '# ACT ONE\n\n> **ACT ONE** <',
      ['<Paragraph Type="New Act"><Text Style="Bold">ACT ONE</Text></Paragraph>'],
    ],
    ['a song', '~La\n~la', ['<Paragraph Type="Lyrics"><Text>Lala</Text></Paragraph>']],
    [
      'a name with what stands behind it',
      '@McADAIR (V.O.) (on phone)\n(low)\nHm.',
      [
        '<Paragraph Type="Character"><Text>McADAIR (V.O.) (on phone)</Text></Paragraph>',
        '<Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>',
        '<Paragraph Type="Dialogue"><Text>Hm.</Text></Paragraph>',
      ],
    ],
  ])('%s', (_, text, paragraphs) => {
    const { xml, losses } = write(text)
    expect(bodyOf(xml)).toEqual(paragraphs)
    expect(losses).toEqual([])
  })

  it('two that speak at once stand in one', () => {
    const { xml } = write('A\nOne.\n\nB ^\nTwo.')
    expect(bodyOf(xml).join('')).toBe(
      '<Paragraph Type="General"><DualDialogue><Paragraph Type="Character"><Text>A</Text></Paragraph><Paragraph Type="Dialogue"><Text>One.</Text></Paragraph><Paragraph Type="Character"><Text>B</Text></Paragraph><Paragraph Type="Dialogue"><Text>Two.</Text></Paragraph></DualDialogue></Paragraph>',
    )
  })

  it('a name is printed as it was typed: capitals are left to Final Draft only where all are', async () => {
    const style = async (text: string, type: string) => {
      const settings = childrenOf(await parseXml(write(text).xml), 'ElementSettings')
      const own = settings.find((each) => attribute(each, 'Type') === type) as XmlElement
      return attribute(child(own, 'FontSpec') as XmlElement, 'Style')
    }
    expect(await style('MARA\nHm.', 'Character')).toBe('AllCaps')
    expect(await style('@McADAIR\nHm.', 'Character')).toBe('')
  })
})

describe('what Final Draft has no form for is said', () => {
  it('with its line, and comes back', async () => {
    const text = 'INT. A - DAY\n\n/* cut\nthis */\n\nShe /* no */ waits.\n\nB ^\nAlone.\n'
    const { xml, losses } = write(text)
    expect(losses.map(({ line, message }) => [line, message.slice(0, 28)])).toEqual([
      [3, 'Final Draft has no comments:'],
      [6, 'Final Draft has no comments:'],
      [8, 'Nobody speaks beside this na'],
    ])
    const { text: again } = await readFdx(encode(xml))
    expect(again).toBe(text.replace(' ^', ''))
  })

  it('controls and halves of characters, which no XML can hold', async () => {
    const screenplay = parseFountain('INT. A - DAY\n\nOne \u0001two\u000b \ud83d three \ud83d\ude00 \uffff.')
    const { xml, losses } = writeFdx(screenplay)
    expect(losses).toEqual([{ line: null, message: expect.stringMatching(/hold it: 4 characters/) }])
    expect((await readFdx(encode(xml))).text).toBe('INT. A - DAY\n\nOne two  three 😀 .\n')
  })

  it('a text that is markup stays a text', async () => {
    const text = 'Title: <b> & "x"\n\nINT. A & B <C> - DAY\n\n]]> & &amp; <!-- x --> \'y\' "z"\n'
    expect((await readFdx(encode(write(text).xml))).text).toBe(text)
  })
})

describe('marks', () => {
  it('a document read and written is the same document, twice', async () => {
    const first = await readFdx(readFileSync('fixtures/scripts/fdx/lighthouse.fdx'))
    const { xml, losses } = writeFdx(first.screenplay, first)
    expect(losses).toEqual([])
    const second = await readFdx(encode(xml))
    expect(second.text).toBe(first.text)
    const own = ({ marks }: typeof first) => marks.filter(({ data }) => data?.scope !== 'file')
    expect(own(second)).toEqual(own(first))
    expect(writeFdx(second.screenplay, second).xml).toBe(xml)
    for (const kept of [
      '<Revision Color="#FFFF6666CCCC" FullRevision="No" ID="2" Mark="*" Name="Pink Rev. (5/9)" Style=""/>',
      '<Text RevisionID="2" Style="Bold+Italic">not</Text>',
      '<TagDefinition CatId="c-props" Id="d-can" Label="Oil can" Number="2"/>',
      '<Text TagNumber="2">oil can</Text>',
      '<Text Background="#FFFFFFFF0000"> that is empty</Text>',
      '<ScriptNote Color="#FFFF99990000" Name="Set" WriterName="Runa" ID="1">',
      '<CharacterArcBeat Name="INES">',
      '<SceneProperties Page="2A" Title=""/>',
      '<Paragraph Type="Shot">',
      '<Paragraph Type="Singing">',
      '<Paragraph LeftIndent="3.00" Type="Action">',
      '<AltId>4</AltId>',
      '<Text>Just one.</Text>',
      '<LockedPage Number="2A"/>',
      '<OmittedScene>',
      '<WindowState',
    ])
      expect(xml).toContain(kept)
  })

  it('of other sources get sets and tags of their own', async () => {
    const text = 'INT. A - DAY\n\nA lamp burns.\n'
    const at = { start: 3, end: 3 }
    const { xml } = write(text, [
      { kind: 'revision', range: at, offset: null, label: 'Blue' },
      { kind: 'tag', range: at, offset: { start: 2, end: 6 }, label: 'Props: lamp' },
    ])
    expect(bodyOf(xml)[1]).toBe(
      '<Paragraph Type="Action"><Text RevisionID="1">A </Text><Text RevisionID="1" TagNumber="1">lamp</Text><Text RevisionID="1"> burns.</Text></Paragraph>',
    )
    expect(xml).toContain(
      '<Revision Color="#00000000FFFF" FullRevision="No" ID="1" Mark="*" Name="Blue" Style=""/>',
    )
    const again = await readFdx(encode(xml))
    expect(again.marks.map(({ kind, label, offset }) => [kind, label, offset])).toEqual([
      ['other', 'Final Draft settings', null],
      ['tag', 'Props: lamp', { start: 2, end: 6 }],
      ['revision', 'Blue', null],
    ])
  })

  it('that are no good do no harm', async () => {
    const deep: Record<string, unknown> = { name: 'a', attributes: {}, children: [] }
    let inner = deep
    for (let depth = 0; depth < 10_000; depth += 1) {
      const next = { name: 'a', attributes: {}, children: [] }
      ;(inner.children as unknown[]).push(next)
      inner = next
    }
    const range = { start: 1, end: 999 }
    const mark = { kind: 'other' as const, range, offset: { start: 5, end: 900 }, label: '<x>' }
    const { xml } = write('INT. A - DAY\n\nHm.\n', [
      {
        ...mark,
        data: { fdx: 'SceneProperties', element: { name: 'x y="1"><z', attributes: {}, children: [] } },
      },
      { ...mark, data: { fdx: 'part', element: deep } },
      {
        ...mark,
        kind: 'style',
        data: { fdx: 'Paragraph', type: 'Scene Heading', layout: { 'a b': 'c', ok: '"' } },
      },
      { ...mark, kind: 'revision', data: { number: '"><' } },
      {
        ...mark,
        data: {
          fdx: 'settings',
          scope: 'file',
          elements: [null, 7, { name: '<', attributes: {}, children: [] }],
        },
      },
    ])
    expect((await readFdx(encode(xml))).text).toBe('INT. A - DAY\n\nHm.\n')
  })
})
