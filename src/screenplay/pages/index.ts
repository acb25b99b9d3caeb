export { cellsOf } from './cells'
export {
  COLUMNS,
  LINES_PER_PAGE,
  NUMBER_COLUMNS,
  PAPERS,
  type Paper,
  REVISION_COLUMN,
  RIGHT_EDGE,
} from './layout'
export { paginate, textOf } from './paginate'
export { layOutTitlePage, type TitlePageLine } from './title-page'
export type { PaginateOptions, PrintedKind, PrintedLine, PrintedPage } from './types'
