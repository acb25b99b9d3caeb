import { describe, expect, it } from 'vitest'
import { testBoard, testShot } from '../testBoard'
import { guardFormula } from './guardFormula'
import { SHOT_LIST_COLUMNS, shotListCsv } from './shotListCsv'
import { formatTimecode } from './timecode'

/** An independent reader of RFC 4180, so that the writer is not checked by itself. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)) {
    const [whole, cell = '', end] = match
    if (whole === '' && match.index === csv.length) break
    rows[rows.length - 1]?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
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
    ])
    expect(second?.[12]).toBe('00:00:02:12')
  })

  it('round-trips quotes, commas, line breaks and every script', async () => {
    const description = 'He said "no", twice,\nthen 走了 – הלך 🚢'
    const board = testBoard([testShot({ description })])
    expect(parse((await read(board)).slice(1))[1]?.[15]).toBe(description)
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
