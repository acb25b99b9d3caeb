import { unzipSync, zipSync } from 'fflate'
import { isZip } from './zip'

/** A sequence of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number
type Damage = (bytes: Uint8Array, random: Random) => Uint8Array

const below = (random: Random, limit: number) => Math.floor(random() * limit)
const ascii = (text: string) => Buffer.from(text, 'latin1')
const insert = (bytes: Uint8Array, at: number, what: Uint8Array) =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]))

/** What stands in files that were made to hurt: depth, length, entities, marks that never close. */
const HOSTILE: ReadonlyArray<(random: Random) => string> = [
  (random) => '<a>'.repeat(below(random, 20_000)),
  (random) => '{'.repeat(below(random, 20_000)),
  (random) => '[['.repeat(below(random, 20_000)),
  (random) => '/*'.repeat(below(random, 20_000)),
  (random) => '('.repeat(below(random, 60_000)),
  (random) => ' '.repeat(below(random, 90_000)),
  (random) => 'A'.repeat(below(random, 150_000)),
  (random) => '. '.repeat(below(random, 40_000)),
  (random) => '**_'.repeat(below(random, 30_000)),
  (random) => 'A: B\n'.repeat(below(random, 20_000)),
  (random) => 'INT. A - DAY 1\n\n'.repeat(below(random, 10_000)),
  (random) => '\n'.repeat(below(random, 100_000)),
  () =>
    `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "${`&${at ? `b${at - 1}` : 'a'};`.repeat(10)}">`).join('')}]><a>&b19;</a>`,
  () => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
]

const DAMAGES: readonly Damage[] = [
  // Bits flipped: one, and many.
  (bytes, random) => flip(bytes, random, 1),
  (bytes, random) => flip(bytes, random, 1 + below(random, Math.max(1, bytes.length / 20))),
  // Cut at either end, a part taken out, a part doubled, two parts changed over.
  (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  (bytes, random) => bytes.slice(below(random, bytes.length)),
  (bytes, random) => {
    const [from, to] = part(bytes, random)
    return new Uint8Array(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]))
  },
  (bytes, random) => {
    const [from, to] = part(bytes, random)
    return insert(bytes, below(random, bytes.length), bytes.slice(from, to))
  },
  (bytes, random) => {
    const at = below(random, bytes.length)
    return new Uint8Array(Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]))
  },
  // Many times itself.
  (bytes, random) => {
    const times = 2 + below(random, Math.min(50, 2_000_000 / (bytes.length + 1)))
    return new Uint8Array(Buffer.concat(Array.from({ length: times }, () => bytes)))
  },
  // A wrong encoding: read as Latin-1 and written as UTF-16 or UTF-8, and bytes above ASCII shifted.
  (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf16le')),
  (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf8')),
  (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le').swap16()),
  (bytes, random) => {
    const by = below(random, 128)
    return bytes.map((byte) => (byte < 0x80 ? byte : 0x80 + ((byte + by) & 0x7f)))
  },
  // Something hostile put in.
  (bytes, random) =>
    insert(
      bytes,
      below(random, bytes.length),
      ascii((HOSTILE[below(random, HOSTILE.length)] as (random: Random) => string)(random)),
    ),
]

function flip(bytes: Uint8Array, random: Random, count: number): Uint8Array {
  const flipped = bytes.slice()
  for (let index = 0; index < count && flipped.length > 0; index += 1) {
    const at = below(random, flipped.length)
    flipped[at] = (flipped[at] as number) ^ (1 << below(random, 8))
  }
  return flipped
}

function part(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = below(random, bytes.length)
  return [from, from + below(random, bytes.length - from)]
}

const BOMB = 24 * 1024 * 1024

/**
 * Damages a file. The same seed damages it the same way. Archives are also damaged within: a part is taken out,
 * damaged and packed again, or replaced by one that unpacks to much more.
 */
export function damage(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed)
  if (isZip(bytes) && random() < 0.6) {
    const parts = unzipSync(bytes)
    const names = Object.keys(parts)
    const name = names[below(random, names.length)] as string
    const isBomb = random() < 0.01
    const damaged = isBomb ? new Uint8Array(BOMB).fill(0x41) : damageOnce(parts[name] as Uint8Array, random)
    return zipSync({ ...parts, [name]: new Uint8Array(damaged) }, { level: isBomb ? 1 : 0 })
  }
  let damaged = damageOnce(bytes, random)
  while (random() < 0.3) damaged = damageOnce(damaged, random)
  return damaged
}

function damageOnce(bytes: Uint8Array, random: Random): Uint8Array {
  return (DAMAGES[below(random, DAMAGES.length)] as Damage)(bytes, random)
}
