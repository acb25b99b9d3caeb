const OPENING = 'INT. HARBOUR - DAY\n\n'
const HEAD = '<?xml version="1.0"?><FinalDraft DocumentType="Script" Version="1"><Content>'
const SCENE = '<Paragraph Type="Scene Heading"><Text>INT. HARBOUR - DAY</Text></Paragraph>'
const TAIL = '</Content></FinalDraft>'

const times = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join('')

export interface CraftedScript {
  what: string
  filename: string
  text: string
}

/** Files of a few megabytes that each say one thing very often: each once held a reader for seconds, or ended it. */
export const craftedScripts = (): CraftedScript[] => [
  {
    what: '100,000 names',
    filename: 'a.fountain',
    text: OPENING + times(100_000, (at) => `PERSON ${at}\nHi.\n\n`),
  },
  {
    what: '4,900 names in 49,000 cues',
    filename: 'a.fountain',
    text: OPENING + times(49_000, (at) => `PERSON ${at % 4_900}\nHi.\n\n`),
  },
  {
    what: '100,000 cues of one name',
    filename: 'a.fountain',
    text: OPENING + times(100_000, () => 'MARA\nHi.\n\n'),
  },
  {
    what: '50,000 scenes',
    filename: 'a.fountain',
    text: times(50_000, (at) => `INT. ROOM ${at} - DAY\n\nHe.\n\n`),
  },
  { what: '200,000 sections', filename: 'a.fountain', text: OPENING + times(200_000, () => '# a\n') },
  {
    what: '10,000,000 empty lines',
    filename: 'a.fountain',
    text: `${OPENING}${'\n'.repeat(10_000_000)}Rain.\n`,
  },
  {
    what: '5,000,000 lines of one letter',
    filename: 'a.fountain',
    text: `${OPENING}${'a\n'.repeat(5_000_000)}`,
  },
  { what: 'a:b, 300,000 lines', filename: 'a.txt', text: 'a:b\n'.repeat(300_000) },
  { what: 'a:b, 300,000 times in a line', filename: 'a.txt', text: 'a:b '.repeat(300_000) },
  { what: '200,000 brackets in lines', filename: 'a.fountain', text: OPENING + '[[\n'.repeat(200_000) },
  { what: '200,000 brackets in a line', filename: 'a.fountain', text: OPENING + '['.repeat(200_000) },
  {
    what: '200,000 stars in lines',
    filename: 'a.fountain',
    text: OPENING + `${'*'.repeat(9_000)}\n`.repeat(22),
  },
  {
    what: '200,000 stars apart',
    filename: 'a.fountain',
    text: OPENING + `${'*a '.repeat(9_000)}\n`.repeat(22),
  },
  {
    what: '200,000 parentheticals',
    filename: 'a.fountain',
    text: `${OPENING}MARA\n${'(x)\n'.repeat(200_000)}`,
  },
  {
    what: '300,000 attributes',
    filename: 'a.fdx',
    text: `${HEAD}${SCENE}${times(30_000, () => '<Paragraph a="1" b="1" c="1" d="1" e="1" f="1" g="1" h="1" i="1" j="1"/>')}${TAIL}`,
  },
  {
    what: 'entities in paragraphs',
    filename: 'a.fdx',
    text: `${HEAD}${SCENE}${`<Paragraph Type="Action"><Text>${'&amp;'.repeat(19_000)}</Text></Paragraph>`.repeat(100)}${TAIL}`,
  },
]
