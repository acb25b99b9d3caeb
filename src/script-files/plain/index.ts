import { textFormat } from '../TextReader'
import { plainReader } from './reader'

export { plainReader }
/** A typed or printed page as plain text, read by its columns: what comes out of a PDF or an old word processor. */
export const plain = textFormat(plainReader)
