import type { PanelBrief, SpeechBrief } from '@/contracts'
import type { PanelDrawing } from '@/drawing'
import type { VectorDrawing } from '@/drawing/drawVector'
import type { AnimaticTimeline, WrittenAnimatic } from '@/exports/animatic'
import type { PrintOrder } from '@/exports/screenplay/printScript'
import type { StoryboardDocument } from '@/exports/storyboard-document'
import type { ScriptProblem, StoredScript } from '@/screenplay'
import type { ScriptMeasure } from '@/screenplay/pages'
import type { ReadingChoices, ReadScript } from '@/script-files'
import type { PageReading } from '@/script-files/printed/PageReading'
import type { SpokenLine } from '@/speech'
import type { JobPorts } from './protocol'

/** The kinds of work there are: what goes in and what comes out, plain data and buffers both. */
export interface ComputeJobs {
  'draw-panel': { input: PanelBrief; output: Omit<PanelDrawing, 'svg'> }
  /** Null where it is no picture that can be drawn. What it may take is counted from its one report of progress. */
  'draw-vector': { input: { bytes: Uint8Array }; output: VectorDrawing | null }
  /** A script as PDF, in memory: a long one has half a megabyte. */
  'print-script': { input: PrintOrder; output: Buffer }
  'losses-on-paper': { input: { order: PrintOrder; form: 'txt' | 'pdf' }; output: ScriptProblem[] }
  /** The four that read report progress once, when they begin: what they may take is counted from there. */
  'read-script': {
    input: { bytes: Uint8Array; filename?: string; choices?: ReadingChoices }
    output: ReadScript
  }
  'read-stored': { input: { text: string }; output: StoredScript }
  'measure-script': { input: { text: string }; output: ScriptMeasure }
  'read-pdf-pages': { input: { bytes: Uint8Array; filename?: string }; output: PageReading }
  /** Starting a program stops a process for longer the larger it is: a server for ten times as long as these. */
  speak: { input: SpeechBrief; output: SpokenLine }
  /** Writes to `file`, an absolute path, whole or not at all; so do the other two. */
  'write-storyboard-pdf': { input: { document: StoryboardDocument; file: string }; output: null }
  'write-shot-list': { input: { document: StoryboardDocument; file: string }; output: null }
  /** null where there is no ffmpeg. */
  'write-animatic': { input: { timeline: AnimaticTimeline; file: string }; output: WrittenAnimatic | null }
}

export type JobKind = keyof ComputeJobs

type Jobs = {
  [Kind in JobKind]: (
    input: ComputeJobs[Kind]['input'],
    ports: JobPorts,
  ) => Promise<ComputeJobs[Kind]['output']>
}

/** Each loads what it needs when it is first asked for: a process that draws has no use for a PDF writer. */
const JOBS: Jobs = {
  async 'draw-panel'(brief) {
    const { drawPanel } = await import('@/drawing')
    const { svg: _, ...drawing } = await drawPanel(brief)
    return drawing
  },

  async 'draw-vector'({ bytes }, { onProgress }) {
    const { drawVector } = await import('@/drawing/drawVector')
    onProgress(0)
    return drawVector(bytes)
  },

  async 'print-script'(order) {
    const { printPdf } = await import('@/exports/screenplay/printScript')
    return printPdf(order)
  },

  async 'losses-on-paper'({ order, form }) {
    const { lossesOnPaper } = await import('@/exports/screenplay/lossesOnPaper')
    return lossesOnPaper(order, form)
  },

  async 'read-script'({ bytes, filename, choices }, { onProgress }) {
    onProgress(0)
    const { readScript } = await import('@/script-files')
    return readScript(bytes, filename, choices, onProgress)
  },

  async 'read-stored'({ text }, { onProgress }) {
    onProgress(0)
    const { readStored } = await import('@/screenplay')
    return readStored(text)
  },

  async 'measure-script'({ text }, { onProgress }) {
    onProgress(0)
    const { measureScript } = await import('@/screenplay/pages')
    return measureScript(text)
  },

  async 'read-pdf-pages'({ bytes, filename }, { onProgress, signal }) {
    onProgress(0)
    const { readPages } = await import('@/script-files/readPages')
    return readPages(bytes, filename, { signal, onPage: onProgress })
  },

  async speak(brief, { signal }) {
    const { speak } = await import('@/speech')
    return speak(brief, { signal })
  },

  async 'write-storyboard-pdf'({ document, file }, { signal, onProgress }) {
    const { writeStoryboardPdf } = await import('@/exports/pdf/storyboardPdf')
    const { writeWhole } = await import('@/exports/writeWhole')
    await writeWhole(file, (stream) =>
      writeStoryboardPdf(document, stream, (fraction) => {
        signal.throwIfAborted()
        onProgress(fraction)
      }),
    )
    return null
  },

  async 'write-shot-list'({ document, file }, { signal }) {
    const { Readable } = await import('node:stream')
    const { pipeline } = await import('node:stream/promises')
    const { shotListCsv } = await import('@/exports/csv/shotListCsv')
    const { writeWhole } = await import('@/exports/writeWhole')
    await writeWhole(file, (stream) => pipeline(Readable.from(shotListCsv(document)), stream, { signal }))
    return null
  },

  async 'write-animatic'({ timeline, file }, ports) {
    const { writeAnimatic } = await import('@/exports/animatic')
    return writeAnimatic(timeline, file, ports)
  },
}

/** Does a job here and now. */
export function runJob<Kind extends JobKind>(
  kind: Kind,
  input: ComputeJobs[Kind]['input'],
  ports: JobPorts,
): Promise<ComputeJobs[Kind]['output']> {
  return JOBS[kind](input, ports)
}
