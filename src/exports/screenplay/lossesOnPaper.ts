import { listProblems, readStored, type ScriptProblem } from '@/screenplay'
import { lostWhenReadAgain } from './lostWhenReadAgain'
import { printLosses } from './printLosses'
import { type PrintOrder, printText } from './printScript'

/**
 * What a script loses on paper: what is not printed, and what its pages do not say any more. Known by looking at them as
 * text, whoever prints them.
 *
 * @throws ScriptError where the text is no screenplay
 */
export async function lossesOnPaper(order: PrintOrder, form: 'txt' | 'pdf'): Promise<ScriptProblem[]> {
  const script = readStored(order.text)
  const pages = (await printText({ ...order, sceneNumbers: 'typed' }, script)).split('\f')
  return listProblems([
    ...printLosses(script.screenplay, order.marks ?? [], form),
    ...lostWhenReadAgain(script.screenplay, pages, form),
  ])
}
