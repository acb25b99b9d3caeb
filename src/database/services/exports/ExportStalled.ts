import { type ComputeStalled, isStalled } from '@/compute'
import { ShowrunnerError } from '@/errors'
import type { ExportFormat } from './formats'

const WHAT: Record<ExportFormat, string> = {
  pdf: 'storyboard PDF',
  csv: 'shot list',
  animatic: 'animatic',
}

/** Making a document or a film came no further and was ended. Another try would stop at the same place. */
export class ExportStalled extends ShowrunnerError {
  readonly isRetryable = false

  constructor(format: ExportFormat, cause: ComputeStalled) {
    const at = Math.floor(cause.reached * 100)
    const message = `The ${WHAT[format]} came no further at ${at} % and was put aside: a picture or a recording that is in it there takes too long to read. Replace it and try again.`
    super('export-stalled', message, 409, { format, reached: cause.reached })
    this.cause = cause
  }
}

/** What stopped an export, in words for who asked for it; all else as it is. */
export const exportError = (format: ExportFormat, error: unknown): unknown =>
  isStalled(error) ? new ExportStalled(format, error) : error
