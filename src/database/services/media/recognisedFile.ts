import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import { hasPictures } from '@/lib/hasPictures'
import { endingsOf, soundOf, typeOfEnding } from '@/lib/mediaKinds'
import { mediaType } from '@/lib/mediaType'
import { refuseFile } from './refuseFile'
import { isTakenType, NOT_TAKEN } from './takenTypes'
import type { UploadedFile } from './uploadedFile'

/**
 * Types that say nothing of a file. A part of a form without a type is text/plain (RFC 7578, 4.4), whatever it holds;
 * curl and fetch send the others for what they do not know.
 */
const SAYS_NOTHING = new Set([
  '',
  'text/plain',
  'application/octet-stream',
  'binary/octet-stream',
  'application/binary',
  'application/x-binary',
  'application/unknown',
  'application/x-unknown',
  'application/force-download',
  'application/x-download',
])

/** What Payload takes a file for by its bytes, whatever it is said to be (uploads/isProcessableImage). */
const PICTURES_BY_BYTES = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/tiff',
  'image/jxl',
])

const SVG = 'image/svg+xml'
const SVG_ROOT = /<(?:[\w.-]+:)?svg[\s/>]/i
const HEAD_BYTES = 1 << 16
/** Before its root XML has its types, which a drawing program may have written at length. */
const XML_BYTES = 4 * 1024 ** 2

interface Found {
  type: string
  /** The usual ending of such a file's name. */
  ending: string
}

/** @param most of its bytes that are wanted; all where it is left out */
async function bytesOf({ data, tempFilePath }: UploadedFile, most?: number): Promise<Buffer> {
  if (data?.length > 0 || !tempFilePath) return data.subarray(0, most)
  if (most === undefined) return readFile(tempFilePath)
  const file = await open(tempFilePath)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Text of one byte a character, and of two: the zeros between them are left out. */
const asText = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\0', '')

/** What the bytes of a file say that it is; null where they say nothing. */
async function inBytes(file: UploadedFile): Promise<Found | null> {
  // Of a damaged one it throws; Payload asks again, and refuses it.
  const found = await (file.data?.length > 0
    ? fileTypeFromBuffer(file.data)
    : fileTypeFromFile(file.tempFilePath as string)
  ).catch(() => undefined)
  if (found && found.mime !== 'application/xml') return { type: mediaType(found.mime), ending: found.ext }
  if (found) {
    const isDrawing = SVG_ROOT.test(asText(await bytesOf(file, XML_BYTES)))
    return { type: isDrawing ? SVG : found.mime, ending: isDrawing ? 'svg' : found.ext }
  }
  const head = asText(await bytesOf(file, HEAD_BYTES))
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(head) && SVG_ROOT.test(head)
    ? { type: SVG, ending: 'svg' }
    : null
}

/** Sound in the container of a film is sound: by the name, else by what tracks there are. */
async function asSound(file: UploadedFile, { type, ending }: Found, named: string | null): Promise<Found> {
  const sound = soundOf(type)
  if (!sound) return { type, ending }
  const isSound = named?.startsWith('audio/') || !hasPictures(await bytesOf(file))
  return isSound ? { type: sound, ending: endingsOf(sound)[0] ?? ending } : { type, ending }
}

/** Nothing but text has no zeros, and text of two bytes a character begins with a mark. */
async function isText(file: UploadedFile): Promise<boolean> {
  const head = await bytesOf(file, HEAD_BYTES)
  return !head.includes(0) || /^(?:\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2))
}

/**
 * A file that comes in, by what it is: of one whose sender says nothing of it, its bytes say so, and its name where they
 * are silent, as those of text are. Its name ends as such names do. What a sender does say is believed, as whoever reads
 * the file finds out; but a picture is one in any case, since Payload takes it for one later, and would resize it
 * without anybody having looked how large it is, or keep a drawing as it came.
 *
 * @throws {ValidationError} where it is of no kind that is taken, or empty
 */
export async function recognisedFile(file: UploadedFile): Promise<UploadedFile> {
  const declared = mediaType(file.mimetype)
  const saysNothing = SAYS_NOTHING.has(declared)
  if (file.size === 0) throw refuseFile('is empty')
  const found = await inBytes(file)
  const ending = path.extname(file.name).slice(1).toLowerCase()
  const named = typeOfEnding(ending)
  if (!saysNothing) {
    const isOtherPicture =
      found && !declared.startsWith('image/') && (found.type === SVG || PICTURES_BY_BYTES.has(found.type))
    if (isOtherPicture) return { ...file, mimetype: found.type }
    if (!isTakenType(declared)) throw refuseFile(NOT_TAKEN)
    return file
  }
  // Words may begin as a file does: BMW, GIF, ID3.
  const isWords = declared === 'text/plain' && (!named || named.startsWith('text/')) && found?.type !== SVG
  if (isWords && (await isText(file))) return { ...file, mimetype: named ?? declared }
  if (found) return withType(file, await asSound(file, found, named))
  if (named) return { ...file, mimetype: named }
  throw refuseFile(NOT_TAKEN)
}

function withType(file: UploadedFile, { type, ending }: Found): UploadedFile {
  if (!isTakenType(type)) throw refuseFile(NOT_TAKEN)
  const { name, ext } = path.parse(file.name)
  const fits = [ending, ...endingsOf(type)].includes(ext.slice(1).toLowerCase())
  return { ...file, mimetype: type, name: fits ? file.name : `${name}.${endingsOf(type)[0] ?? ending}` }
}
