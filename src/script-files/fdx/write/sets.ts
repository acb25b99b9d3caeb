import type { SourceMark } from '@/screenplay'
import { attribute, child, childrenOf, type XmlElement } from '../xml/tree'

/** As productions name their drafts, in order; as Final Draft writes colours: twelve hexadecimal digits. */
const COLORS: Record<string, string> = {
  blue: '#00000000FFFF',
  pink: '#FFFF6666CCCC',
  yellow: '#CCCC99990000',
  green: '#000080800000',
  goldenrod: '#DADAA5A52020',
  buff: '#999966663333',
  salmon: '#FFFF80807272',
  cherry: '#999900003333',
  tan: '#D2D2B4B48C8C',
}
const colorOf = (label: string): string =>
  Object.entries(COLORS).find(([name]) => label.toLowerCase().includes(name))?.[1] ?? '#000000000000'

/** Revision sets and tags that runs refer to by number: those that the document has, and those that it lacks. */
export class Sets {
  private readonly revisions = new Map<string, XmlElement>()
  private readonly tags = new Map<string, { category: string; label: string }>()
  private readonly known: Set<string>

  constructor(
    private readonly keptRevisions: XmlElement | undefined,
    private readonly keptTags: XmlElement | undefined,
  ) {
    for (const set of keptRevisions ? childrenOf(keptRevisions, 'Revision') : []) {
      const id = attribute(set, 'ID') ?? attribute(set, 'Number')
      if (id) this.revisions.set(id, set)
    }
    this.known = new Set(numbersIn(keptTags))
  }

  /** The number of the set that a mark says. */
  revision({ label, data }: SourceMark): string {
    const number = typeof data?.number === 'string' && /^[1-9]\d{0,5}$/.test(data.number) ? data.number : null
    if (number && this.revisions.has(number)) return number
    for (const [id, set] of number ? [] : this.revisions)
      if (attribute(set, 'Name')?.toLowerCase() === label.toLowerCase()) return id
    let id = number ?? ''
    for (let next = 1; id === ''; next += 1) if (!this.revisions.has(String(next))) id = String(next)
    const color = typeof data?.color === 'string' ? data.color : colorOf(label)
    this.revisions.set(id, {
      name: 'Revision',
      attributes: { Color: color, FullRevision: 'No', ID: id, Mark: '*', Name: label, Style: '' },
      children: [],
    })
    return id
  }

  tag({ label, data }: SourceMark): string {
    const given = typeof data?.number === 'string' && /^[1-9]\d{0,6}$/.test(data.number) ? data.number : null
    const [, category = 'Props', name = label] = /^([^:]{1,60}):\s*(.+)$/s.exec(label) ?? []
    if (given && this.known.has(given)) return given
    for (const [number, each] of this.tags)
      if (each.category === category && each.label === name && (!given || given === number)) return number
    let number = given ?? ''
    for (let next = 1; number === ''; next += 1) {
      const id = String(next)
      if (!this.known.has(id) && !this.tags.has(id)) number = id
    }
    this.tags.set(number, { category, label: name })
    return number
  }

  /** `Revisions` for the document; null where nothing was revised and none were kept. */
  revisionsElement(): XmlElement | null {
    if (this.revisions.size === 0) return this.keptRevisions ?? null
    return {
      name: 'Revisions',
      attributes: this.keptRevisions?.attributes ?? {
        ActiveSet: [...this.revisions.keys()].at(-1) as string,
        Location: '7.75',
        RevisionMode: 'No',
        RevisionsShown: 'Active',
        ShowAllMarks: 'No',
        ShowAllSets: 'No',
      },
      children: [...this.revisions.values()],
    }
  }

  tagElement(): XmlElement | null {
    if (this.tags.size === 0) return this.keptTags ?? null
    const kept = this.keptTags
    const group = (name: string) => (kept && child(kept, name)) ?? { name, attributes: {}, children: [] }
    const categories = childrenOf(group('TagCategories'), 'TagCategory')
    const idOf = new Map(categories.map((each) => [attribute(each, 'Name'), attribute(each, 'Id')]))
    const made: XmlElement[] = []
    for (const { category } of this.tags.values()) {
      if (idOf.has(category)) continue
      const number = String(categories.length + made.length + 1)
      idOf.set(category, uuid('c', number))
      made.push({
        name: 'TagCategory',
        attributes: {
          Color: '#000000000000',
          Id: uuid('c', number),
          Name: category,
          Number: number,
          Style: 'Bold',
        },
        children: [],
      })
    }
    const definitions = [...this.tags].map(
      ([number, { category, label }]): XmlElement => ({
        name: 'TagDefinition',
        attributes: { CatId: idOf.get(category) ?? '', Id: uuid('d', number), Label: label, Number: number },
        children: [],
      }),
    )
    const tags = [...this.tags.keys()].map(
      (number): XmlElement => ({
        name: 'Tag',
        attributes: { Number: number },
        children: [{ name: 'DefId', attributes: {}, children: [uuid('d', number)] }],
      }),
    )
    const grown = (name: string, more: XmlElement[]): XmlElement => {
      const own = group(name)
      return { ...own, children: [...own.children, ...more] }
    }
    const children = [grown('TagCategories', made), grown('TagDefinitions', definitions), grown('Tags', tags)]
    return { name: 'TagData', attributes: kept?.attributes ?? {}, children }
  }
}

function numbersIn(tags: XmlElement | undefined): string[] {
  if (!tags) return []
  const lists = [child(tags, 'Tags'), child(tags, 'TagDefinitions')]
  return lists
    .flatMap((list) => (list ? childrenOf(list) : []))
    .flatMap((each) => attribute(each, 'Number') ?? [])
}

/** The same for the same number in every export, so that two of them can be compared. */
const uuid = (kind: 'c' | 'd', number: string): string =>
  `5c41b70a-${kind}000-4000-8000-${Number(number).toString(16).padStart(12, '0')}`
