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
