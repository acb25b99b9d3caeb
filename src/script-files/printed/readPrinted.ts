import { classify } from './classify'
import { findColumns } from './findColumns'
import { markDual } from './markDual'
import { markMargins } from './markMargins'
import { markPageEdges } from './markPageEdges'
import { markTitlePage } from './markTitlePage'
import { measure } from './measure'
import { isRightToLeft, mirrored } from './mirror'
import type { PageReading } from './PageReading'
import type { PageText } from './PageText'
import { type PlacedPage, placedPage } from './placed'
import { rowsOf } from './rows'
import { toPages } from './toLines'
import { withoutWatermarks } from './watermarks'

/**
 * Reads printed pages: every line of every page with where it stands and what it is.
 *
 * @param order how right-to-left text stands on its rows: as it is seen, or as it is read
 * @returns step by step, so that whoever asks can give way to other work between two of them.
 */
export function* readPrinted(
  texts: readonly PageText[],
  order: 'visual' | 'logical' = 'visual',
): Generator<undefined, PageReading> {
  const pages: PlacedPage[] = []
  const isMirrored = order === 'visual' && isRightToLeft(texts)
  for (const [index, { page, marks }] of withoutWatermarks(texts).entries()) {
    pages.push(placedPage(rowsOf(isMirrored ? mirrored(page) : page), marks, index, isMirrored))
    if (index % 20 === 19) yield
  }
  const type = measure(pages)
  yield
  markMargins(pages, type)
  markPageEdges(pages, type)
  markTitlePage(pages, type)
  const columns = findColumns(pages, type)
  yield
  markDual(pages, columns, type)
  classify(pages, columns, type)
  yield
  return { pages: toPages(pages, type) }
}
