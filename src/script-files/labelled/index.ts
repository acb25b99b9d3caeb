import { textFormat } from '../TextReader'
import { labelledReader } from './reader'

export { labelledReader }
/** Labelled prose: SCENE 1, Location:, Time:, and speech as `NAME: line`, in many languages. */
export const labelled = textFormat(labelledReader)
