import { AnimaticError } from '../types'
import { BitReader, BitWriter } from './bits'
import { NAL } from './nalUnits'

/** What a slice header depends on. */
export interface StreamLayout {
  frameNumBits: number
  macroblocks: number
  ppsId: number
  hasRedundantCount: boolean
  hasManyReferences: boolean
  hasDeblockingControl: boolean
}

/** Profiles whose sequence parameters begin with a description of the samples. */
const HIGH_PROFILES: readonly number[] = [100, 110, 122, 244]

/** The encoder used what it was not asked for. */
export class UnusualStream extends AnimaticError {}

/**
 * Reads a stream's parameter sets.
 * @throws {UnusualStream} where the encoder used what we did not ask it for: repeated frames would be wrong
 */
export function readLayout(sps: Buffer, pps: Buffer): StreamLayout {
  const sequence = new BitReader(sps.subarray(1))
  const profile = sequence.u(8)
  sequence.u(16)
  sequence.ue()
  if (HIGH_PROFILES.includes(profile)) {
    need(sequence.ue() === 1, '4:2:0')
    sequence.ue()
    sequence.ue()
    sequence.u(1)
    need(sequence.u(1) === 0, 'flat scaling')
  } else need([66, 77].includes(profile), 'a known profile')
  const frameNumBits = sequence.ue() + 4
  need(sequence.ue() === 2, 'output in the order of decoding')
  need(sequence.ue() >= 1, 'a reference frame')
  sequence.u(1)
  const macroblocks = (sequence.ue() + 1) * (sequence.ue() + 1)
  need(sequence.u(1) === 1, 'whole frames')

  const picture = new BitReader(pps.subarray(1))
  const ppsId = picture.ue()
  picture.ue()
  need(picture.u(1) === 0, 'CAVLC')
  picture.u(1)
  need(picture.ue() === 0, 'one slice group')
  const hasManyReferences = picture.ue() > 0
  picture.ue()
  need(picture.u(1) === 0, 'no weights')
  picture.u(2)
  // Three signed numbers; signs do not matter for stepping over them.
  for (let skipped = 0; skipped < 3; skipped++) picture.ue()
  const hasDeblockingControl = picture.u(1) === 1
  picture.u(1)
  const hasRedundantCount = picture.u(1) === 1
  return { frameNumBits, macroblocks, ppsId, hasRedundantCount, hasManyReferences, hasDeblockingControl }
}

function need(isMet: boolean, what: string): void {
  if (!isMet) throw new UnusualStream(`This ffmpeg’s x264 encoded the pictures without ${what}`)
}

/**
 * A frame that shows the one before it once more: a P slice that skips every macroblock. A dozen bytes, exact to
 * the bit, and no work for an encoder.
 *
 * @param frameNumber how many frames after the last key frame, 1 for the first
 */
export function repeatFrame(layout: StreamLayout, frameNumber: number): Buffer {
  const slice = new BitWriter()
    .ue(0) // first macroblock
    .ue(5) // P, as all slices of the picture
    .ue(layout.ppsId)
    .u(frameNumber % 2 ** layout.frameNumBits, layout.frameNumBits)
  if (layout.hasRedundantCount) slice.ue(0)
  if (layout.hasManyReferences) slice.u(1, 1).ue(0)
  else slice.u(0, 1)
  slice.u(0, 1) // references in their usual order
  slice.u(0, 1) // the oldest reference makes room
  slice.ue(0) // quantiser as in the picture parameters
  if (layout.hasDeblockingControl) slice.ue(1) // off: there are no edges to smooth
  slice.ue(layout.macroblocks) // all of them skipped
  return Buffer.concat([Buffer.from([0x40 | NAL.slice]), slice.payload()])
}
