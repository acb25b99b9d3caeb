import { textFormat } from '../TextReader'
import { productionReader } from './reader'

export { productionReader }
/** Chinese production scripts: numbered scenes with place, time and side, △ for action, a colon behind a name. */
export const production = textFormat(productionReader)
