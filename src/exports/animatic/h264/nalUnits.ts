import { createReadStream } from 'node:fs'

/** Kinds of NAL units that matter here. */
export const NAL = { slice: 1, keySlice: 5, sei: 6, sps: 7, pps: 8, delimiter: 9 } as const

/** The kind of a unit without its start code. */
export const kindOf = (unit: Buffer): number => (unit[0] ?? 0) & 0x1f

const START = Buffer.from([0, 0, 1])
/** An access unit's first bytes, where its encoder writes delimiters. */
const DELIMITER = Buffer.from([0, 0, 0, 1, NAL.delimiter])

/** The pictures of a raw H.264 file with access unit delimiters, each as its NAL units; one in memory at a time. */
export async function* accessUnits(path: string, signal?: AbortSignal): AsyncGenerator<Buffer[], void> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    rest = Buffer.concat([rest, chunk as Buffer])
    for (let end = rest.indexOf(DELIMITER, 1); end > 0; end = rest.indexOf(DELIMITER, 1)) {
      yield nalUnits(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  }
  if (rest.length > 0) yield nalUnits(rest)
}

function nalUnits(bytes: Buffer): Buffer[] {
  const units: Buffer[] = []
  for (let start = bytes.indexOf(START); start >= 0; ) {
    const next = bytes.indexOf(START, start + START.length)
    let end = next < 0 ? bytes.length : next
    // The zero before a start code of four bytes; a unit itself never ends in one.
    while (next >= 0 && bytes[end - 1] === 0) end -= 1
    units.push(bytes.subarray(start + START.length, end))
    start = next
  }
  return units
}

export const withStartCode = (unit: Buffer): Buffer => Buffer.concat([Buffer.from([0]), START, unit])
