import { type PrintedPage, paginate } from '@/screenplay/pages'
import type { Reading } from './readScript'

const KNOWN = new WeakMap<Reading, PrintedPage[]>()

/** A script on pages, as its PDF has them; each reading is laid out once. */
export function pagesOf(reading: Reading): PrintedPage[] {
  const known = KNOWN.get(reading)
  if (known) return known
  const pages = paginate(reading.screenplay)
  KNOWN.set(reading, pages)
  return pages
}
