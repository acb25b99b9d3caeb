/** The formats that scripts come in; `src/script-files` has a reader for each. Stored with an episode. */
export const SCRIPT_FORMAT_IDS = [
  'pdf',
  'fdx',
  'docx',
  'rtf',
  'fadein',
  'paged',
  'production',
  'labelled',
  'text',
  'fountain',
] as const
export type ScriptFormatId = (typeof SCRIPT_FORMAT_IDS)[number]

/** Where a name that somebody had is still said. */
export interface NameMentions {
  /** `lines` of the script say it, headings not counted. */
  scripts: Array<{ episodeId: string; episodeNumber: number; title: string; lines: number }>
  /** Whose description a person wrote. */
  shots: Array<{ id: string; title: string }>
}
