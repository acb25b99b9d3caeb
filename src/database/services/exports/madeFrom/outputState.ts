import type { OutputState } from '@/contracts'
import type { Media } from '@/payload-types'
import type { ExportFormat } from '../formats'
import { outputChanges } from './changes'
import { type MadeFrom, madeFrom, type PartsSource } from './parts'

/** What is stored of an output's making. */
export const OUTPUT_FIELDS = ['madeFrom', 'provenance'] as const satisfies readonly (keyof Media)[]
export type OutputRecord = Pick<Media, (typeof OUTPUT_FIELDS)[number]>

const UNKNOWN = 'it was made before Showrunner kept what an output is made from'

/** A file that a person put in the place of an output is theirs: nobody knows what it was made from. */
export const isMade = ({ provenance }: OutputRecord): boolean => Boolean(provenance?.provider)

/** Whether an output would be made otherwise now, and why. */
export function outputState(
  record: OutputRecord | undefined,
  source: PartsSource,
  format: ExportFormat,
): OutputState {
  if (!record || !isMade(record)) return { isOutOfDate: false, reasons: [] }
  const before = record.madeFrom as MadeFrom | null | undefined
  if (!before?.parts) return { isOutOfDate: true, reasons: [UNKNOWN] }
  const now = madeFrom(source, format)
  if (before.digest === now.digest) return { isOutOfDate: false, reasons: [] }
  const reasons = outputChanges(before.parts, now.parts)
  return { isOutOfDate: reasons.length > 0, reasons }
}
