/** What a paragraph of Final Draft becomes. */
export type FdxKind =
  | 'heading'
  | 'action'
  | 'character'
  | 'parenthetical'
  | 'dialogue'
  | 'transition'
  | 'lyrics'
  | 'section'
  | 'synopsis'
  | 'note'
  | 'act'

export interface FdxType {
  kind: FdxKind
  /** Depth of a section. */
  depth?: number
  /**
   * The name of the type where the kind alone would not bring it back: it is kept as a mark, and a document that
   * is written from Fountain alone has the first type of the kind.
   */
  kept?: string
}

/** By names in lower case without spaces: programs differ in both. The first of a kind is what is written. */
const TYPES: Record<string, FdxType> = {
  sceneheading: { kind: 'heading' },
  slugline: { kind: 'heading' },
  heading: { kind: 'heading' },
  action: { kind: 'action' },
  general: { kind: 'action', kept: 'General' },
  shot: { kind: 'action', kept: 'Shot' },
  castlist: { kind: 'action', kept: 'Cast List' },
  endofact: { kind: 'action', kept: 'End of Act' },
  'show/ep.title': { kind: 'action', kept: 'Show/Ep. Title' },
  normaltext: { kind: 'action', kept: 'Normal Text' },
  character: { kind: 'character' },
  parenthetical: { kind: 'parenthetical' },
  dialogue: { kind: 'dialogue' },
  dialog: { kind: 'dialogue' },
  transition: { kind: 'transition' },
  lyrics: { kind: 'lyrics' },
  lyric: { kind: 'lyrics' },
  singing: { kind: 'lyrics', kept: 'Singing' },
  newact: { kind: 'act' },
  actbreak: { kind: 'act' },
  summary: { kind: 'synopsis', kept: 'Summary' },
  synopsis: { kind: 'synopsis' },
  outlinebody: { kind: 'synopsis', kept: 'Outline Body' },
  note: { kind: 'note', kept: 'Note' },
}

const normalised = (type: string): string => type.toLowerCase().replace(/[\s_-]+/g, '')

/**
 * Finds what a type of paragraph is. Writers may rename types and add their own: then the document's settings say
 * which one it behaves as (`paginatesAs`).
 *
 * @returns null for a type that nothing is known of.
 */
export function typeOf(type: string, paginatesAs?: string): FdxType | null {
  const name = normalised(type)
  const known = TYPES[name]
  if (known) return known
  const depth = /^outline(\d)/.exec(name)?.[1]
  if (depth) {
    const isPlain = /^outline\d$/.test(name)
    return { kind: 'section', depth: Math.max(1, Number(depth)), ...(isPlain ? {} : { kept: type }) }
  }
  const base = paginatesAs && normalised(paginatesAs) !== name ? TYPES[normalised(paginatesAs)] : undefined
  return base ? { ...base, kept: type } : null
}
