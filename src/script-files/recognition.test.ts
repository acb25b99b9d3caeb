import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeDocx } from './docx/samples.testing'
import { readScript } from './readScript'

const SCRIPT = 'INT. TOWER - NIGHT\n\nOREN\nLight it.\n'

describe('the right reader whatever the name', () => {
  it.each([
    ['no extension', strToU8(SCRIPT), 'draft', 'fountain'],
    ['no name', strToU8(SCRIPT), undefined, 'fountain'],
    ['an unknown extension', strToU8(SCRIPT), 'draft.screenplay', 'fountain'],
    ['capitals', strToU8(SCRIPT), 'DRAFT.TXT', 'fountain'],
    [
      'a Word document named .fountain',
      makeDocx([{ text: 'INT. TOWER - NIGHT' }, { text: 'Rain.' }]),
      'a.fountain',
      'docx',
    ],
    ['rich text named .txt', strToU8('{\\rtf1 INT. TOWER - NIGHT\\par Rain.}'), 'a.txt', 'rtf'],
    [
      'production named .fountain',
      strToU8('1-1 塔 夜 内\n△ 雨。\n奥伦：点灯。\n'),
      'a.fountain',
      'production',
    ],
    ['labelled named .md', strToU8('SCENE 1\nLocation: Tower\n\nOREN: Light it.\n'), 'a.md', 'labelled'],
  ])('%s', async (_, bytes, name, format) => {
    const script = await readScript(bytes, name)
    expect(script.format).toBe(format)
    expect(script.breakdown.scenes).toHaveLength(1)
  })
})

describe('clear words for what is no script', () => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
  it.each([
    ['an empty file', strToU8(''), 'a.fountain', /The file is empty/],
    [
      'an image',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      'a.fountain',
      /a PNG image, not the text/,
    ],
    ['HTML', strToU8('<!doctype html>\n<html><body>INT. A - DAY</body></html>'), 'a.txt', /XML or HTML/],
    ['JSON', strToU8('{"scenes": [\n{"heading": "INT. A - DAY"}\n]}'), 'a.txt', /JSON data, not a script/],
    [
      'a table',
      strToU8('scene,place,time\n1,INT. A,DAY\n2,EXT. B,NIGHT\n'),
      'a.csv',
      /a table \(CSV\), not a script/,
    ],
    [
      'prose',
      strToU8('It was a dark night.\n\nNobody came.\n'),
      'a.txt',
      /no scene heading|nothing in it looks like/i,
    ],
    ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), 'a.doc', /DOC.*save it as DOCX/],
    ['a Pages document', zip('Index/Document.iwa', 'Metadata/x.plist'), 'a.pages', /Pages.*as Word \(DOCX\)/],
    ['an OpenDocument text', zip('mimetype', 'content.xml'), 'a.odt', /OpenDocument.*Word \(DOCX\)/],
    ['a Celtx project', zip('project.rdf', 'script-1.html'), 'a.celtx', /Celtx.*PDF or Fountain/],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx', /Excel/],
  ])('%s', async (_, bytes, name, message) => {
    await expect(readScript(bytes, name)).rejects.toThrow(message)
    await expect(readScript(bytes, name)).rejects.toMatchObject({ code: 'SCRIPT_UNREADABLE', filename: name })
  })
})
