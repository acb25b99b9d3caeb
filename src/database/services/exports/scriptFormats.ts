import { compute } from '@/compute'
import type { ScriptExportFormat } from '@/contracts'
import type { PrintOrder } from '@/exports/screenplay/printScript'
import type { ScriptProblem, StoredScript } from '@/screenplay'

/** A script in some format. */
export interface WrittenScript {
  data: Uint8Array
  /** What the format has no form for and was left out, with its line. */
  losses: ScriptProblem[]
}

interface ScriptWriter {
  write(order: PrintOrder, script: StoredScript): Promise<WrittenScript>
  /** What {@link write} would leave out. */
  losses(order: PrintOrder, script: StoredScript): ScriptProblem[] | Promise<ScriptProblem[]>
}

const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** In the form of paper, whose losses are found by reading it: in a process of its own, as a long script takes seconds. */
function printed(
  form: 'txt' | 'pdf',
  print: (order: PrintOrder, script: StoredScript) => Promise<Uint8Array>,
): ScriptWriter {
  const losses = (order: PrintOrder) => compute('losses-on-paper', { order, form }, { isInteractive: true })
  return {
    losses,
    write: async (order, script) => {
      const [data, lost] = await Promise.all([print(order, script), losses(order)])
      return { data, losses: lost }
    },
  }
}

const writeFdx = async (order: PrintOrder, script: StoredScript) => {
  const { printFdx } = await import('./printFdx')
  return printFdx(order, script)
}

/** One entry a format; a new one is an entry here and in `src/contracts/scriptExport.ts`. */
export const SCRIPT_WRITERS: Record<Exclude<ScriptExportFormat, 'fountain'>, ScriptWriter> = {
  fdx: {
    write: async (order, script) => {
      const { xml, losses } = await writeFdx(order, script)
      return { data: asBytes(xml), losses }
    },
    // Known only by writing it.
    losses: async (order, script) => (await writeFdx(order, script)).losses,
  },
  txt: printed('txt', async (order, script) => {
    const { printText } = await import('@/exports/screenplay/printScript')
    return asBytes(await printText(order, script))
  }),
  // In a process of its own, which reads the text again. Paper has no place for the marks of other formats.
  pdf: printed('pdf', ({ marks: _, ...order }) => compute('print-script', order, { isInteractive: true })),
}
