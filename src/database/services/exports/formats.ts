/** Apart from the service, whose makers of documents take a second to load: a command's help needs only these. */
export const EXPORT_FORMATS = ['pdf', 'csv', 'animatic'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_FILES: Record<ExportFormat, { suffix: string; mimeType: string }> = {
  pdf: { suffix: 'storyboard.pdf', mimeType: 'application/pdf' },
  csv: { suffix: 'shot-list.csv', mimeType: 'text/csv' },
  animatic: { suffix: 'animatic.mp4', mimeType: 'video/mp4' },
}
