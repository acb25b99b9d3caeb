/** Reads a NAL unit's payload bit by bit, as the H.264 specification writes its syntax. */
export class BitReader {
  private at = 0
  private readonly bytes: Buffer

  constructor(payload: Buffer) {
    this.bytes = withoutEmulation(payload)
  }

  /** An unsigned number of so many bits. @throws {RangeError} past the end */
  u(bits: number): number {
    let value = 0
    for (let count = 0; count < bits; count++) {
      const byte = this.bytes[this.at >> 3]
      if (byte === undefined) throw new RangeError('The H.264 data ends too early')
      value = value * 2 + ((byte >> (7 - (this.at & 7))) & 1)
      this.at += 1
    }
    return value
  }

  /** An unsigned Exp-Golomb number. */
  ue(): number {
    let zeros = 0
    while (this.u(1) === 0) zeros += 1
    return 2 ** zeros - 1 + this.u(zeros)
  }
}

export class BitWriter {
  private bits = ''

  u(value: number, bits: number): this {
    this.bits += value.toString(2).padStart(bits, '0')
    return this
  }

  ue(value: number): this {
    const binary = (value + 1).toString(2)
    this.bits += '0'.repeat(binary.length - 1) + binary
    return this
  }

  /** What was written, ended by a one and zeros up to a whole byte. */
  payload(): Buffer {
    const ended = `${this.bits}1`
    const padded = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0')
    return withEmulation(Buffer.from((padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))))
  }
}

/** Inside a NAL unit, two zero bytes are followed by a 3 wherever they could be taken for a start code. */
function withEmulation(payload: Buffer): Buffer {
  const out: number[] = []
  let zeros = 0
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3)
      zeros = 0
    }
    out.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Buffer.from(out)
}

function withoutEmulation(payload: Buffer): Buffer {
  const out: number[] = []
  let zeros = 0
  for (const byte of payload) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0
      continue
    }
    out.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Buffer.from(out)
}
