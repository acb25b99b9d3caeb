import { describe, expect, it } from 'vitest'
import { readWav, readWavLayout, WavFormatError, wavHeader, writeWav } from './wav'

function chunk(id: string, body: Buffer, claimed = body.length): Buffer {
  const header = Buffer.alloc(8)
  header.write(id, 0, 'latin1')
  header.writeUInt32LE(claimed, 4)
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)])
}

function format(tag: number, channels: number, bits: number, sampleRate = 8000): Buffer {
  const body = Buffer.alloc(16)
  body.writeUInt16LE(tag, 0)
  body.writeUInt16LE(channels, 2)
  body.writeUInt32LE(sampleRate, 4)
  body.writeUInt32LE((sampleRate * channels * bits) / 8, 8)
  body.writeUInt16LE((channels * bits) / 8, 12)
  body.writeUInt16LE(bits, 14)
  return chunk('fmt ', body)
}

function wav(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat(chunks)
  const header = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')
  header.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([header, body])
}

describe('writeWav', () => {
  it('writes a header whose lengths are true, and reads back what it wrote', () => {
    const file = writeWav(Float32Array.from([0, 0.5, -0.5, 1, -1]), 22_050)
    expect(file.readUInt32LE(4)).toBe(file.length - 8)
    expect(file.readUInt32LE(40)).toBe(10)
    expect(file.readUInt32LE(28)).toBe(44_100)
    const { samples, sampleRate } = readWav(file)
    expect(sampleRate).toBe(22_050)
    expect([...samples]).toEqual([0, 0.5, -0.5, 32767 / 32768, -1])
  })

  it('claims no more than the format can say', () => {
    const header = wavHeader(5 * 2 ** 30, 48_000)
    expect(header.readUInt32LE(40)).toBe(0xffffffff)
  })
})

describe('readWav', () => {
  const pcm = Buffer.from([0, 0x40, 0, 0xc0])

  it.each([0, 0x7ffff000, 0xffffffff])('ends streamed data that claims %d bytes with the file', (claimed) => {
    const { samples } = readWav(wav(format(1, 1, 16), chunk('data', pcm, claimed)))
    expect([...samples]).toEqual([0.5, -0.5])
  })

  it('skips unknown chunks, of odd size too', () => {
    const file = wav(
      chunk('LIST', Buffer.from('odd')),
      format(1, 1, 16),
      chunk('junk', Buffer.from('x')),
      chunk('data', pcm),
    )
    expect([...readWav(file).samples]).toEqual([0.5, -0.5])
  })

  it('does not take what follows the data for sound', () => {
    const file = wav(format(1, 1, 16), chunk('data', pcm), chunk('LIST', Buffer.alloc(10, 0x7f)))
    expect(readWav(file).samples).toHaveLength(2)
  })

  it('drops half a frame at the end', () => {
    const file = wav(format(1, 2, 16), chunk('data', Buffer.alloc(7)))
    expect(readWav(file).samples).toHaveLength(1)
  })

  it('reads 8, 24 and 32 bits, floats, and mixes channels down', () => {
    const float = Buffer.alloc(8)
    float.writeFloatLE(0.25, 0)
    float.writeFloatLE(Number.NaN, 4)
    expect([...readWav(wav(format(1, 1, 8), chunk('data', Buffer.from([0, 128, 192])))).samples]).toEqual([
      -1, 0, 0.5,
    ])
    expect([...readWav(wav(format(1, 1, 24), chunk('data', Buffer.from([0, 0, 0x40])))).samples]).toEqual([
      0.5,
    ])
    expect([...readWav(wav(format(1, 1, 32), chunk('data', Buffer.from([0, 0, 0, 0xc0])))).samples]).toEqual([
      -0.5,
    ])
    expect([...readWav(wav(format(3, 1, 32), chunk('data', float))).samples]).toEqual([0.25, 0])
    expect([...readWav(wav(format(1, 2, 16), chunk('data', pcm))).samples]).toEqual([0])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('this is not a sound file at all')],
    ['a compressed format', wav(format(85, 1, 16), chunk('data', pcm))],
    ['no data', wav(format(1, 1, 16))],
    ['data without a format', wav(chunk('data', pcm))],
    ['no channels', wav(format(1, 0, 16), chunk('data', pcm))],
    ['a cut header', wav(format(1, 1, 16)).subarray(0, 20)],
  ])('refuses %s', (_, file) => {
    expect(() => readWavLayout(file)).toThrow(WavFormatError)
  })
})
