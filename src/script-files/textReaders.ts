import { labelledReader } from './labelled/reader'
import { plainReader } from './plain/reader'
import { productionReader } from './production/reader'
import type { TextReader } from './TextReader'

/** Asked in this order about text from anywhere; what none of them knows is Fountain. */
export const TEXT_READERS: readonly TextReader[] = [productionReader, labelledReader, plainReader]
