import { attribute, child, childrenOf, textContent, type XmlElement } from '../xml/tree'

/** What a document says beside its paragraphs and the paragraphs refer to. */
export interface FdxSettings {
  /** By the number that runs refer to. */
  revisions: Map<string, { name: string; attributes: Record<string, string> }>
  tags: Map<string, { label: string; category: string; definition: XmlElement | null }>
  /** By the name of the paragraph type, in lower case. */
  types: Map<string, { paginatesAs?: string; isAllCaps: boolean; paragraph: Record<string, string> }>
}

export function readSettings(root: XmlElement): FdxSettings {
  return { revisions: readRevisions(root), tags: readTags(root), types: readTypes(root) }
}

function readRevisions(root: XmlElement): FdxSettings['revisions'] {
  const found: FdxSettings['revisions'] = new Map()
  for (const set of childrenOf(child(root, 'Revisions') ?? root, 'Revision')) {
    const id = attribute(set, 'ID') ?? attribute(set, 'Number')
    if (id)
      found.set(id, { name: attribute(set, 'Name')?.trim() || `Revision ${id}`, attributes: set.attributes })
  }
  return found
}

/** A number on a run names a tag, the tag a definition, the definition a category. */
function readTags(root: XmlElement): FdxSettings['tags'] {
  const data = child(root, 'TagData')
  const found: FdxSettings['tags'] = new Map()
  if (!data) return found
  const list = (group: string, name: string) => [
    ...childrenOf(child(data, group) ?? data, name),
    ...(group === 'TagCategories' ? childrenOf(child(root, group) ?? data, name) : []),
  ]
  const categories = new Map(
    list('TagCategories', 'TagCategory').map((each) => [
      attribute(each, 'Id'),
      attribute(each, 'Name') ?? 'Tag',
    ]),
  )
  const definitions = new Map(
    list('TagDefinitions', 'TagDefinition').map((each) => [attribute(each, 'Id'), each]),
  )
  const add = (number: string | undefined, definition: XmlElement | undefined) => {
    if (!number || found.has(number)) return
    found.set(number, {
      label: (definition && attribute(definition, 'Label')) ?? `Tag ${number}`,
      category: categories.get(definition && attribute(definition, 'CatId')) ?? 'Tag',
      definition: definition ?? null,
    })
  }
  for (const tag of list('Tags', 'Tag')) {
    const definition = child(tag, 'DefId')
    add(attribute(tag, 'Number'), definition && definitions.get(textContent(definition).trim()))
  }
  // Some documents have definitions alone; their numbers are the tags'.
  for (const definition of definitions.values()) add(attribute(definition, 'Number'), definition)
  return found
}

function readTypes(root: XmlElement): FdxSettings['types'] {
  const found: FdxSettings['types'] = new Map()
  for (const settings of childrenOf(root, 'ElementSettings')) {
    const type = attribute(settings, 'Type')
    if (!type) continue
    const font = child(settings, 'FontSpec')
    const behavior = child(settings, 'Behavior')
    found.set(type.toLowerCase(), {
      paginatesAs: behavior && attribute(behavior, 'PaginateAs'),
      isAllCaps: /allcaps/i.test((font && attribute(font, 'Style')) ?? ''),
      paragraph: child(settings, 'ParagraphSpec')?.attributes ?? {},
    })
  }
  return found
}
