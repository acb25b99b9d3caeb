import type { SourceMark } from '@/screenplay'
import { childrenOf, withoutIndentation, type XmlElement } from '../xml/tree'

/** Characters of JSON. A document of Final Draft without pictures and beat boards has 30,000. */
const MAX_SIZE = 200_000

/** What decides how the script looks comes first; what decides how windows stood comes last. */
const ORDER = [
  'Revisions',
  'TagData',
  'SceneNumberOptions',
  'LockedPages',
  'HeaderAndFooter',
  'PageLayout',
  'ElementSettings',
  'MoresAndContinueds',
  'AltCollection',
  'Cast',
  'Actors',
  'SmartType',
  'ScriptNoteDefinitions',
  'CharacterHighlighting',
  'ListItems',
  'DisplayBoards',
]
/** Read otherwise. */
const READ = new Set(['content', 'titlepage', 'scriptnotes'])

export interface KeptSettings {
  mark: SourceMark | null
  /** Names of what there was no room for. */
  left: string[]
}

/**
 * Everything of a document beside its script, to write it again: one mark of the whole file, `data.scope` is
 * `file`, `data.elements` the elements as they were read.
 */
export function keepSettings(root: XmlElement): KeptSettings {
  const rank = ({ name }: XmlElement) => {
    const at = ORDER.indexOf(name)
    return at === -1 ? ORDER.length : at
  }
  const all = childrenOf(root).filter(({ name }) => !READ.has(name.toLowerCase()))
  const title = childrenOf(root, 'TitlePage').flatMap((page) => childrenOf(page, 'HeaderAndFooter'))
  const elements: XmlElement[] = []
  const left = new Set<string>()
  let size = 0
  for (const element of [...all].sort((one, other) => rank(one) - rank(other))) {
    const tidy = withoutIndentation(element)
    const length = JSON.stringify(tidy).length
    if (size + length > MAX_SIZE) {
      left.add(element.name)
      continue
    }
    size += length
    elements.push(tidy)
  }
  const kept = elements.length > 0 || title.length > 0
  const data = {
    fdx: 'settings',
    scope: 'file',
    elements,
    titlePage: title.slice(0, 1).map(withoutIndentation),
  }
  return {
    mark: kept
      ? { kind: 'other', range: { start: 1, end: 1 }, offset: null, label: 'Final Draft settings', data }
      : null,
    left: [...left],
  }
}
