import { open } from 'node:fs/promises'
import { AnimaticError } from '../types'
import { accessUnits, kindOf, NAL, withStartCode } from './nalUnits'
import { readLayout, repeatFrame } from './repeatFrame'

const P_DELIMITER = Buffer.from([NAL.delimiter, 0x30])
const FLUSH_BYTES = 1 << 20

export interface HoldOptions {
  /** A raw H.264 file with delimiters, one key frame a picture. */
  from: string
  to: string
  /** How many frames each picture is shown, at least 1. */
  frames: readonly number[]
  /** About how many frames lie between key frames; players seek to those. */
  keyEvery: number
  signal?: AbortSignal
}

/**
 * Makes a film of held pictures out of one encoded frame of each: the frame once, then frames that repeat it,
 * and the same frame again now and then as a place to seek to.
 *
 * @throws {AnimaticError} where the file has not the pictures it should
 */
export async function holdPictures({ from, to, frames, keyEvery, signal }: HoldOptions): Promise<void> {
  const out = await open(to, 'w')
  try {
    let repeat: ((frameNumber: number) => Buffer) | undefined
    let index = 0
    let pending: Buffer[] = []
    let size = 0
    const write = async (units: readonly Buffer[]) => {
      for (const unit of units) {
        pending.push(withStartCode(unit))
        size += unit.length + 4
      }
      if (size < FLUSH_BYTES) return
      await out.writeFile(Buffer.concat(pending))
      pending = []
      size = 0
    }
    for await (const units of accessUnits(from, signal)) {
      const sps = units.find((unit) => kindOf(unit) === NAL.sps)
      const pps = units.find((unit) => kindOf(unit) === NAL.pps)
      if (!units.some((unit) => kindOf(unit) === NAL.keySlice))
        throw new AnimaticError(`Picture ${index + 1} was not encoded as a key frame`)
      if (!repeat) {
        if (!sps || !pps) throw new AnimaticError('The encoded pictures begin without their parameters')
        repeat = repeater(sps, pps)
        await write(units)
      } else await write(withoutHeaders(units))
      const count = frames[index] ?? 0
      for (let frame = 1, sinceKey = 1; frame < count; frame += 1) {
        if (isKey(frame, count, keyEvery)) {
          await write(withoutHeaders(units))
          sinceKey = 1
        } else {
          await write([P_DELIMITER, repeat(sinceKey)])
          sinceKey += 1
        }
      }
      index += 1
    }
    if (index !== frames.length)
      throw new AnimaticError(`${index} pictures were encoded in the place of ${frames.length}`)
    if (pending.length > 0) await out.writeFile(Buffer.concat(pending))
  } finally {
    await out.close()
  }
}

/** Frame numbers run in a short circle: each is made once. */
function repeater(sps: Buffer, pps: Buffer): (frameNumber: number) => Buffer {
  const layout = readLayout(sps, pps)
  const made = new Map<number, Buffer>()
  return (frameNumber) => {
    const key = frameNumber % 2 ** layout.frameNumBits
    const frame = made.get(key) ?? repeatFrame(layout, key)
    made.set(key, frame)
    return frame
  }
}

/** Key frames divide a picture's time evenly: none just before a cut. */
function isKey(frame: number, count: number, keyEvery: number): boolean {
  const parts = Math.max(1, Math.round(count / Math.max(2, keyEvery)))
  return Math.floor((frame * parts) / count) > Math.floor(((frame - 1) * parts) / count)
}

/** The parameters and the encoder's remarks belong at the beginning, once. */
const withoutHeaders = (units: readonly Buffer[]): Buffer[] =>
  units.filter((unit) => ![NAL.sps, NAL.pps, NAL.sei].includes(kindOf(unit) as never))
