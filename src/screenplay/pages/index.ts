export { type Direction, directionOf, directionOfScript, mainDirection } from '../direction'
export { cellsOf } from './cells'
export {
  COLUMNS,
  LINES_PER_PAGE,
  mirrored,
  NUMBER_COLUMNS,
  PAPERS,
  type Paper,
  REVISION_COLUMN,
  RIGHT_EDGE,
} from './layout'
export { measureScript, measureWords, type ScriptMeasure } from './measureScript'
export { paginate, textOf } from './paginate'
export { layOutTitlePage, type TitlePageLine } from './title-page'
export type { Beside, PaginateOptions, PrintedKind, PrintedLine, PrintedPage, PrintedSource } from './types'
