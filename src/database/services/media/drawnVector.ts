import { open, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compute } from '@/compute'
import { ShowrunnerError } from '@/errors'
import { refuseFile } from './refuseFile'
import type { UploadedFile } from './uploadedFile'

/** Once it is its turn. A drawing with three hundred shadows takes seven seconds on a machine that is busy already. */
const LIMIT_MS = 20_000
/** With waiting for its turn. The request may have a transaction open, which MongoDB ends after a minute. */
const PATIENCE_MS = 45_000
/** Bytes that its process may have in all: with a scan of twelve megabytes in it a drawing takes 320 MB. */
const MAX_RESIDENT = 768 * 1024 ** 2
/** Bytes of the file. */
const MOST_BYTES = 64 * 1024 ** 2
/** A drawing hears nothing, and has nothing to tidy up. */
const GRACE_MS = 100

/** By the codes of what `compute` throws: a built server may hold their classes more than once. */
const WHY: Record<string, string> = {
  'compute-stalled': 'takes too long to draw: simplify it, or send it as a PNG',
  'compute-memory-exceeded': 'takes too much memory to draw: simplify it, or send it as a PNG',
  'compute-process-died': 'cannot be drawn: send it as a PNG',
}

export interface DrawLimits {
  limitMs?: number
  /** With waiting for its turn. */
  patienceMs?: number
  maxResidentBytes?: number
}

const busy = () =>
  new ShowrunnerError('busy', 'Other drawings are on their way. Send this one again in a moment.', 503)

/**
 * By which a text or a gzip of one can begin, and no picture of pixels does: `<`, white space, a mark of UTF-8, gzip.
 * libvips looks for an SVG in all that begins so, whatever its sender says it is.
 */
const FIRST_BYTES = new Set([0x3c, 0x20, 0x09, 0x0a, 0x0d, 0xef, 0x1f])

async function isVector({ data, tempFilePath, mimetype }: UploadedFile): Promise<boolean> {
  if (!mimetype?.startsWith('image/')) return false
  if (/^image\/svg/i.test(mimetype)) return true
  return FIRST_BYTES.has((data?.length > 0 ? data[0] : await firstByte(tempFilePath)) ?? -1)
}

async function firstByte(tempFilePath: string | undefined): Promise<number | undefined> {
  if (!tempFilePath) return undefined
  const file = await open(tempFilePath)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, 0)
    return bytesRead > 0 ? buffer[0] : undefined
  } finally {
    await file.close()
  }
}

/** One after another: however many come in at once, they have one process of those that are there for people. */
let turn: Promise<unknown> = Promise.resolve()

/** @throws the signal's reason, at once, also while it waits */
function inTurn<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  const result = turn.then(() => {
    signal.throwIfAborted()
    return work()
  })
  turn = result.catch(() => undefined)
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([result, givenUp])
}

/**
 * Draws an SVG once, when it comes in, and lets the picture take its place: a few kilobytes of one can take minutes, or
 * all of the memory, and whatever shows it afterwards would draw it again.
 *
 * @returns the picture, or the file as it is where it is no SVG
 * @throws {ValidationError} where it cannot be drawn, or takes too long or too much memory.
 * @throws {ShowrunnerError} `busy` where its turn does not come
 */
export async function drawnVector(file: UploadedFile, limits: DrawLimits = {}): Promise<UploadedFile> {
  if (file.size === 0 || !(await isVector(file))) return file
  if (file.size > MOST_BYTES)
    throw refuseFile(`is larger than a drawing may be: ${MOST_BYTES / 1024 ** 2} MB at most`)
  const isInMemory = file.data?.length > 0
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(busy()), limits.patienceMs ?? PATIENCE_MS)
  const png = await inTurn(patience.signal, async () =>
    draw(
      isInMemory ? file.data : await readFile(path.resolve(file.tempFilePath as string)),
      limits,
      patience.signal,
    ),
  ).finally(() => clearTimeout(timer))
  if (!isInMemory) await writeFile(path.resolve(file.tempFilePath as string), png)
  return {
    ...file,
    ...(isInMemory ? { data: png } : {}),
    size: png.length,
    mimetype: 'image/png',
    name: `${path.parse(file.name).name}.png`,
  }
}

async function draw(
  bytes: Uint8Array,
  { limitMs = LIMIT_MS, maxResidentBytes = MAX_RESIDENT }: DrawLimits,
  signal: AbortSignal,
): Promise<Buffer> {
  try {
    const drawn = await compute(
      'draw-vector',
      { bytes },
      { signal, isInteractive: true, stalledAfterMs: limitMs, abortGraceMs: GRACE_MS, maxResidentBytes },
    )
    if (drawn) return drawn.png
  } catch (error) {
    const why = WHY[String((error as { code?: unknown }).code)]
    throw why ? refuseFile(why) : error
  }
  throw refuseFile('is not a picture that can be read')
}
