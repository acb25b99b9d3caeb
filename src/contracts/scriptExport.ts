/** The forms that a script can be written in; `src/database/services/exports/scriptFormats.ts` writes each. */
export const SCRIPT_EXPORT_FORMATS = ['fountain', 'txt', 'pdf'] as const
export type ScriptExportFormat = (typeof SCRIPT_EXPORT_FORMATS)[number]

export const SCRIPT_EXPORT_FILES: Record<ScriptExportFormat, { extension: string; mimeType: string }> = {
  fountain: { extension: '.fountain', mimeType: 'text/plain; charset=utf-8' },
  txt: { extension: '.txt', mimeType: 'text/plain; charset=utf-8' },
  pdf: { extension: '.pdf', mimeType: 'application/pdf' },
}

export const PAPER_SIZES = ['letter', 'a4'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]

export const SCENE_NUMBERING = ['typed', 'all', 'none'] as const

/** How a script is printed. What a format has no use for is not looked at. */
export interface PrintOptions {
  /** @default 'letter' */
  paper?: PaperSize
  /** Scene numbers at both margins: those that were typed, all, or none. @default 'typed' */
  sceneNumbers?: (typeof SCENE_NUMBERING)[number]
}
