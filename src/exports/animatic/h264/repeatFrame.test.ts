import { describe, expect, it } from 'vitest'
import { BitReader, BitWriter } from './bits'
import { readLayout, repeatFrame, type StreamLayout } from './repeatFrame'

const LAYOUT: StreamLayout = {
  frameNumBits: 4,
  macroblocks: 80 * 45,
  ppsId: 0,
  hasRedundantCount: false,
  hasManyReferences: false,
  hasDeblockingControl: true,
}

describe('bits', () => {
  it('reads what it wrote', () => {
    const numbers = [0, 1, 2, 7, 8, 254, 255, 8159, 1_000_000]
    const writer = new BitWriter().u(5, 3)
    for (const number of numbers) writer.ue(number)
    const reader = new BitReader(writer.payload())
    expect(reader.u(3)).toBe(5)
    expect(numbers.map(() => reader.ue())).toEqual(numbers)
    expect(() => new BitReader(Buffer.alloc(0)).u(1)).toThrow(RangeError)
  })

  it('never writes a start code, and reads past what prevents one', () => {
    const payload = new BitWriter().u(0, 24).u(1, 8).u(0, 16).u(3, 8).u(0, 16).payload()
    expect(payload.toString('hex')).toBe('000003000100000303000080')
    const reader = new BitReader(payload)
    expect([reader.u(24), reader.u(8), reader.u(16), reader.u(8)]).toEqual([0, 1, 0, 3])
  })
})

describe('repeatFrame', () => {
  it('is a P slice that skips every macroblock', () => {
    const unit = repeatFrame(LAYOUT, 17)
    expect(unit[0]).toBe(0x41)
    expect(unit.length).toBeLessThan(12)
    const slice = new BitReader(unit.subarray(1))
    // First macroblock, slice type, parameters; the frame number in its circle.
    expect([slice.ue(), slice.ue(), slice.ue(), slice.u(4)]).toEqual([0, 5, 0, 1])
    // No other references, no reordering, no marking; quantiser, deblocking off; the run of skips.
    expect([slice.u(1), slice.u(1), slice.u(1), slice.ue(), slice.ue(), slice.ue()]).toEqual([
      0, 0, 0, 0, 1, 3600,
    ])
  })

  it('refuses a stream in which it would be wrong', () => {
    // Real parameter sets of x264: 1280 × 720, CAVLC; and the same with arithmetic coding.
    const sps = Buffer.from('6764001facb402802dd80b50101014000003000400000300c03c60ca80', 'hex')
    const pps = Buffer.from('68ce023cb0', 'hex')
    expect(readLayout(sps, pps)).toMatchObject({ macroblocks: 3600, ppsId: 0, hasDeblockingControl: true })
    const arithmetic = Buffer.from('68ee023cb0', 'hex')
    expect(() => readLayout(sps, arithmetic)).toThrow('without CAVLC')
  })
})
