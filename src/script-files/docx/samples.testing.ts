import { strToU8, zipSync } from 'fflate'

/** A paragraph of a document to make: its text, and what its properties say. */
export interface MadeParagraph {
  text: string
  /** The id of a style: its name without spaces. */
  style?: string
  /** Twentieths of a point. */
  left?: number
  align?: string
  /** XML in the run's properties. */
  run?: string
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Makes a Word document: `[Content_Types].xml`, its relations, styles with these names, and the paragraphs. */
export function makeDocx(
  paragraphs: readonly MadeParagraph[],
  styleNames: readonly string[] = [],
): Uint8Array {
  const body = paragraphs.map(({ text, style, left, align, run }) => {
    const properties = [
      style ? `<w:pStyle w:val="${style}"/>` : '',
      left ? `<w:ind w:left="${left}"/>` : '',
      align ? `<w:jc w:val="${align}"/>` : '',
    ].join('')
    const lines = escaped(text)
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run ?? ''}</w:rPr>${lines.join('<w:br/>')}</w:r></w:p>`
  })
  const styles = styleNames.map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace(/\s/g, '')}"><w:name w:val="${name}"/></w:style>`,
  )
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relations = (inner: string) =>
    strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    )
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('styles', 'styles.xml')),
    'word/styles.xml': strToU8(`${XML}<w:styles ${W}>${styles.join('')}</w:styles>`),
    'word/document.xml': strToU8(`${XML}<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`),
  })
}

const SCENE: readonly MadeParagraph[] = [
  { text: 'Salt', style: 'Title' },
  { text: 'Int. salt works - night', style: 'SceneHeading' },
  { text: 'White hills under one lamp.', style: 'Action' },
  { text: 'Neva (V.O.)', style: 'ScreenplayCharacter' },
  { text: '(tired)', style: 'Parenthetical' },
  { text: 'Nobody weighs it any more.', style: 'Dialogue' },
]

/** Documents of this format for tests that take any format. */
export const samples = (): Uint8Array[] => [
  makeDocx(SCENE, ['Title', 'Scene Heading', 'Action', 'Screenplay Character', 'Parenthetical', 'Dialogue']),
  makeDocx([
    { text: 'EXT. SALT PAN - DAY' },
    { text: 'A cart, far off.' },
    { text: 'NEVA', left: 2880 },
    { text: 'There.', left: 1440 },
  ]),
  makeDocx([{ text: '1-1 盐场 夜 外' }, { text: '△ 一盏灯。' }, { text: '阿盐：没人来。' }]),
]
