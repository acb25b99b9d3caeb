import { randomInt } from 'node:crypto'
import path from 'node:path'
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { slugify } from '@/lib/slug'

/** What kind of thing a file is, from its real MIME type. */
export function mediaTypeOf(mimeType: string): 'image' | 'audio' | 'video' | 'document' | 'other' {
  const [family] = mimeType.split('/')
  if (family === 'image' || family === 'audio' || family === 'video') return family
  return mimeType === 'application/pdf' || family === 'text' ? 'document' : 'other'
}

export const fillMediaType: CollectionBeforeChangeHook = ({ data }) =>
  data.mimeType ? { ...data, mediaType: mediaTypeOf(String(data.mimeType)) } : data

const LETTERS = 'abcdefghijkmnpqrstuvwxyz'
const tag = () => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/**
 * Gives every file that comes in a name that no other has or gets. Payload looks for a free name and writes the
 * file later: two that come in together take the same name, and one picture replaces the other. Letters alone,
 * because Payload takes a number at the end of a name for a counter and counts it up.
 */
export const nameUniquely: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { file } = req
  if (!file?.name || (operation !== 'create' && operation !== 'update')) return args
  const { name, ext } = path.parse(file.name)
  file.name = `${slugify(name).slice(0, 60)}-${tag()}${ext.toLowerCase()}`
  return args
}
