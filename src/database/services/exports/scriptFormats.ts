import { compute } from '@/compute'
import type { ScriptExportFormat } from '@/contracts'
import type { PrintOrder } from '@/exports/screenplay/printScript'
import type { ScriptProblem } from '@/screenplay'

/** A script in some format. */
export interface WrittenScript {
  data: Uint8Array
  /** What the format has no form for and was left out, with its line. */
  losses: ScriptProblem[]
}

type Writer = (order: PrintOrder) => Promise<WrittenScript>

const asBytes = (text: string): WrittenScript => ({ data: new TextEncoder().encode(text), losses: [] })

/** One entry a format; a new one is an entry here and in `src/contracts/scriptExport.ts`. */
export const SCRIPT_WRITERS: Record<ScriptExportFormat, Writer> = {
  // What is stored, as it is.
  fountain: async ({ text }) => asBytes(text),
  fdx: async (order) => {
    const { printFdx } = await import('./printFdx')
    const { xml, losses } = printFdx(order)
    return { ...asBytes(xml), losses }
  },
  txt: async (order) => {
    const { printText } = await import('@/exports/screenplay/printScript')
    return asBytes(await printText(order))
  },
  // Paper has no place for the marks of other formats.
  pdf: async ({ marks: _, ...order }) => ({
    data: await compute('print-script', order, { isInteractive: true }),
    losses: [],
  }),
}
