/** What a line of the script can be. In the order of the keys that set them. */
export const SCRIPT_LINE_KINDS = [
  'heading',
  'action',
  'character',
  'dialogue',
  'parenthetical',
  'transition',
  'centered',
  'title',
] as const

/** What a line of the page can be that is no part of the script. */
export const IGNORED_LINE_KINDS = [
  'header',
  'footer',
  'page-number',
  'continued',
  'scene-number',
  'revision',
  'watermark',
  'ignored',
] as const

export const LINE_KINDS = [...SCRIPT_LINE_KINDS, ...IGNORED_LINE_KINDS] as const

export type LineKind = (typeof LINE_KINDS)[number]

/** As people call them. */
export const LINE_KIND_LABELS: Record<LineKind, string> = {
  heading: 'Scene heading',
  action: 'Action',
  character: 'Character',
  dialogue: 'Dialogue',
  parenthetical: 'Parenthetical',
  transition: 'Transition',
  centered: 'Centred',
  title: 'Title page',
  header: 'Page header',
  footer: 'Page footer',
  'page-number': 'Page number',
  continued: 'Continued mark',
  'scene-number': 'Scene number',
  revision: 'Revision mark',
  watermark: 'Watermark',
  ignored: 'Left out',
}

const IGNORED: ReadonlySet<string> = new Set(IGNORED_LINE_KINDS)

/** True for what is on the page and not in the script. */
export const isIgnored = (kind: LineKind): boolean => IGNORED.has(kind)
