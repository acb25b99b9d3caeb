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
  /** Whose description says it. */
  shots: NamedIn[]
  /** Scenes whose synopsis says it. */
  synopses: NamedIn[]
}

/** A name that somebody was called by before, where it is said still. */
export interface FormerName {
  name: string
  mentions: NameMentions
}

/**
 * Who goes on saying a name, and until when.
 * - `suggestion`: words of the machine, which follow as soon as somebody is renamed
 * - `script`: words quoted from a page, which follow as soon as the script is renamed
 * - `person`: words that a person wrote, which stay until a person changes them
 */
export const NAME_SAID_BY = ['suggestion', 'script', 'person'] as const
export type NameSaidBy = (typeof NAME_SAID_BY)[number]

export interface NamedIn {
  id: string
  title: string
  by: NameSaidBy
}
