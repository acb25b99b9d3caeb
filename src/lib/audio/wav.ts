/**
 * PCM WAV, read leniently and written strictly. Programs that stream WAV (eSpeak, ffmpeg to a pipe)
 * cannot go back to fill in lengths, so files with 0, 0x7ffff000 or 0xffffffff in them are normal.
 *
 * Format: RIFF WAVE, http://soundfile.sapp.org/doc/WaveFormat/ and Microsoft's WAVEFORMATEXTENSIBLE.
 */
export interface WavAudio {
  /** Frames per second. */
  sampleRate: number
  channels: number
  /** All channels mixed down to one, -1 to 1. */
  samples: Float32Array
}

export class WavFormatError extends Error {
  override name = 'WavFormatError'
}

const FORMAT_PCM = 1
const FORMAT_FLOAT = 3
const FORMAT_EXTENSIBLE = 0xfffe
export const WAV_HEADER_BYTES = 44

export interface WavLayout {
  format: number
  channels: number
  sampleRate: number
  bitsPerSample: number
  dataStart: number
  /** Exclusive; never beyond the file, always on a frame boundary. */
  dataEnd: number
}

/** True where the bytes begin as a RIFF (or RF64) WAVE file does. */
export function isWav(bytes: Buffer): boolean {
  if (bytes.length < 12) return false
  const magic = bytes.toString('latin1', 0, 4)
  return (magic === 'RIFF' || magic === 'RF64') && bytes.toString('latin1', 8, 12) === 'WAVE'
}

/**
 * Finds format and data in a WAV file. Chunks of any order and odd size; a data chunk that claims more
 * than the file holds, or nothing, ends with the file.
 *
 * @throws {WavFormatError} where it is no WAV, is compressed, or has no data chunk
 */
export function readWavLayout(bytes: Buffer): WavLayout {
  if (!isWav(bytes)) throw new WavFormatError('Not a WAV file')
  let layout: Omit<WavLayout, 'dataStart' | 'dataEnd'> | null = null
  let offset = 12
  while (offset + 8 <= bytes.length) {
    const id = bytes.toString('latin1', offset, offset + 4)
    const size = bytes.readUInt32LE(offset + 4)
    const start = offset + 8
    if (id === 'fmt ') layout = readFormat(bytes, start, size)
    if (id === 'data') {
      if (!layout) throw new WavFormatError('WAV data comes before its format')
      return { ...layout, dataStart: start, dataEnd: dataEnd(bytes, start, size, layout) }
    }
    // Chunks are padded to even sizes.
    offset = start + size + (size % 2)
  }
  throw new WavFormatError('WAV file has no data chunk')
}

function readFormat(bytes: Buffer, start: number, size: number) {
  if (size < 16 || start + 16 > bytes.length) throw new WavFormatError('WAV format chunk is too short')
  let format = bytes.readUInt16LE(start)
  if (format === FORMAT_EXTENSIBLE && size >= 26 && start + 26 <= bytes.length) {
    format = bytes.readUInt16LE(start + 24)
  }
  const channels = bytes.readUInt16LE(start + 2)
  const sampleRate = bytes.readUInt32LE(start + 4)
  const bitsPerSample = bytes.readUInt16LE(start + 14)
  const isPcm = format === FORMAT_PCM && [8, 16, 24, 32].includes(bitsPerSample)
  const isFloat = format === FORMAT_FLOAT && [32, 64].includes(bitsPerSample)
  if (!isPcm && !isFloat) {
    throw new WavFormatError(`WAV format ${format} with ${bitsPerSample} bits is not plain PCM`)
  }
  if (channels < 1 || sampleRate < 1) throw new WavFormatError('WAV has no channels or no sample rate')
  return { format, channels, sampleRate, bitsPerSample }
}

function dataEnd(
  bytes: Buffer,
  start: number,
  claimed: number,
  { channels, bitsPerSample }: { channels: number; bitsPerSample: number },
): number {
  const available = bytes.length - start
  const length = claimed === 0 || claimed > available ? available : claimed
  const frameBytes = (channels * bitsPerSample) / 8
  return start + length - (length % frameBytes)
}

/**
 * Reads a WAV file's samples, mixed down to one channel.
 *
 * @throws {WavFormatError} see {@link readWavLayout}
 */
export function readWav(bytes: Buffer): WavAudio {
  const { format, channels, sampleRate, bitsPerSample, dataStart, dataEnd } = readWavLayout(bytes)
  const width = bitsPerSample / 8
  const frames = (dataEnd - dataStart) / (width * channels)
  const read = sampleReader(bytes, format, bitsPerSample)
  const samples = new Float32Array(frames)
  let offset = dataStart
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) {
      sum += read(offset)
      offset += width
    }
    samples[frame] = sum / channels
  }
  return { sampleRate, channels, samples }
}

function sampleReader(bytes: Buffer, format: number, bits: number): (offset: number) => number {
  if (format === FORMAT_FLOAT) {
    return bits === 64 ? (at) => finite(bytes.readDoubleLE(at)) : (at) => finite(bytes.readFloatLE(at))
  }
  // 8-bit WAV is unsigned, every other width is signed.
  if (bits === 8) return (at) => (bytes.readUInt8(at) - 128) / 128
  if (bits === 16) return (at) => bytes.readInt16LE(at) / 32768
  if (bits === 24) return (at) => bytes.readIntLE(at, 3) / 8388608
  return (at) => bytes.readInt32LE(at) / 2147483648
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

/** A 44-byte header for 16-bit PCM. Lengths beyond 4 GiB are written as "until the end of the file". */
export function wavHeader(dataBytes: number, sampleRate: number, channels = 1): Buffer {
  const header = Buffer.alloc(WAV_HEADER_BYTES)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(Math.min(dataBytes + WAV_HEADER_BYTES - 8, 0xffffffff), 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(FORMAT_PCM, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * channels * 2, 28)
  header.writeUInt16LE(channels * 2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(Math.min(dataBytes, 0xffffffff), 40)
  return header
}

/** A complete 16-bit mono WAV file. Samples beyond -1 to 1 are clamped. */
export function writeWav(samples: Float32Array, sampleRate: number): Buffer {
  return Buffer.concat([wavHeader(samples.length * 2, sampleRate), toPcm16(samples)])
}

/** Samples as signed 16-bit little-endian. */
export function toPcm16(samples: Float32Array): Buffer {
  const pcm = Buffer.alloc(samples.length * 2)
  for (let index = 0; index < samples.length; index++) {
    const sample = Math.max(-1, Math.min(1, samples[index] ?? 0))
    pcm.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(sample * 32768))), index * 2)
  }
  return pcm
}
