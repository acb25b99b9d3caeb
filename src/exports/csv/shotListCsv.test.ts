import { describe, expect, it } from 'vitest'
import { testBoard, testShot } from '../testBoard'
import { guardFormula } from './guardFormula'
import { SHOT_LIST_COLUMNS, shotListCsv } from './shotListCsv'
import { formatTimecode } from './timecode'

/** An independent reader of RFC 4180, so that the writer is not checked by itself. Forgives nothing. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex
    const [, quoted, bare = '', end] = field.exec(csv) ?? []
    if (end === undefined) throw new Error(`Not RFC 4180 at ${at}: ${csv.slice(at, at + 40)}`)
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

async function read(board = testBoard()): Promise<string> {
  let csv = ''
  for await (const chunk of shotListCsv(board)) csv += chunk
  return csv
}

describe('shotListCsv', () => {
  it('writes a byte order mark, the columns and a row per shot', async () => {
    const csv = await read()
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const [header, first, second] = parse(csv.slice(1))
    expect(header).toEqual([...SHOT_LIST_COLUMNS])
    expect(first).toEqual([
      '1',
      '1',
      'INT. KITCHEN - DAY',
      'INT',
      'KITCHEN',
      'DAY',
      'MS',
      'Medium shot',
      'Eye level',
      'Dolly in',
      '35',
      '2.5',
      '00:00:00:00',
      'MARA, JONAS',
      'MARA: (quietly) Back already?',
      'Mara puts the kettle down.',
      'approved',
      '',
    ])
    expect(second?.[12]).toBe('00:00:02:12')
  })

  it('writes every line with who says it', async () => {
    const lines = [
      { speaker: 'NORA', parenthetical: '', text: 'Now.' },
      { speaker: 'BEN & NORA', parenthetical: 'low', text: 'Not yet.' },
    ]
    const [, row] = parse((await read(testBoard([testShot({ lines })]))).slice(1))
    expect(row?.[14]).toBe('NORA: Now.\nBEN & NORA: (low) Not yet.')
  })

  it('has a row for each line that is in no shot, and says what is not in the script any more', async () => {
    const board = testBoard([testShot({ remark: 'Not in the script any more' })])
    const [scene] = board.scenes
    const line = { speaker: 'BEN', parenthetical: 'low', text: 'Wait.' }
    const rows = parse(
      (
        await read({
          ...board,
          scenes: [{ ...(scene as (typeof board.scenes)[number]), linesInNoShot: [line] }],
        })
      ).slice(1),
    )
    expect(rows).toHaveLength(3)
    expect(rows[1]?.[17]).toBe('Not in the script any more')
    expect(rows[2]).toHaveLength(SHOT_LIST_COLUMNS.length)
    expect([0, 1, 14, 17].map((cell) => rows[2]?.[cell])).toEqual(['1', '', 'BEN: (low) Wait.', 'In no shot'])
  })

  it('round-trips quotes, commas, line breaks and every script', async () => {
    const description = 'He said "no", twice,\nthen 走了 – הלך 🚢'
    const board = testBoard([testShot({ description })])
    expect(parse((await read(board)).slice(1))[1]?.[15]).toBe(description)
  })

  it.each([
    'Two lines\nno comma',
    'Old Mac\rno comma',
    'Windows\r\nno comma',
    'She said "no"',
    '"',
    'a,b',
    '\n',
    'tab\tinside',
    ' spaces ',
  ])('keeps every row whole around %j', async (nasty) => {
    const board = testBoard([testShot({ description: nasty, characters: [nasty] }), testShot({})])
    const rows = parse((await read(board)).slice(1))
    expect(rows.map((cells) => cells.length)).toEqual(rows.map(() => SHOT_LIST_COLUMNS.length))
    expect(rows).toHaveLength(3)
    expect(rows[1]?.[15]).toBe(nasty)
    expect(rows[1]?.[13]).toBe(nasty)
  })

  it('defuses formulas in every text', async () => {
    const evil = '=HYPERLINK("http://evil","x")'
    const board = testBoard([
      testShot({ description: evil, status: '@SUM(1)', characters: ['+1', 'B'], shotNumber: '-1' }),
    ])
    const row = parse((await read(board)).slice(1))[1] ?? []
    expect(row[15]).toBe(`'${evil}`)
    expect(row[16]).toBe("'@SUM(1)")
    expect(row[13]).toBe("'+1, B")
    expect(row[1]).toBe("'-1")
    expect(guardFormula('\tx')).toBe("'\tx")
    expect(guardFormula('\rx')).toBe("'\rx")
    expect(guardFormula('a=b')).toBe('a=b')
    for (const hidden of [' =1', '\u200B=1', '\u00A0@x', '\uFEFF+1', '＝1', ' \n－1'])
      expect(guardFormula(hidden)).toBe(`'${hidden}`)
    expect(guardFormula(' a')).toBe(' a')
  })

  it('streams long lists, and stops when the reader leaves', async () => {
    const board = testBoard(
      Array.from({ length: 5000 }, (_, index) => testShot({ shotNumber: String(index + 1) })),
    )
    let chunks = 0
    for await (const chunk of shotListCsv(board)) {
      expect(chunk.length).toBeLessThan(1 << 20)
      chunks += 1
      if (chunks === 2) break
    }
    expect(chunks).toBe(2)
    expect(parse((await read(board)).slice(1))).toHaveLength(5001)
  })
})

describe('formatTimecode', () => {
  it('counts frames', () => {
    expect(formatTimecode(0, 24)).toBe('00:00:00:00')
    expect(formatTimecode(1.5, 24)).toBe('00:00:01:12')
    expect(formatTimecode(3661.04, 25)).toBe('01:01:01:01')
    expect(formatTimecode(0.1 + 0.2, 10)).toBe('00:00:00:03')
    expect(formatTimecode(100 * 3600, 24)).toBe('100:00:00:00')
    expect(formatTimecode(1001 / 1000, 24000 / 1001)).toBe('00:00:01:00')
  })

  it.each([0, -24, Number.NaN, Number.POSITIVE_INFINITY])('refuses %f frames a second', (fps) => {
    expect(() => formatTimecode(1, fps)).toThrow(RangeError)
  })
})
