import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql'

/** What a query asks for, with all that its fragments stand for. */
export interface Weight {
  /** Fields within fields. */
  depth: number
  /** Fields under another name: the way to ask the same many times. */
  aliases: number
  fields: number
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

const NONE: Weight = { depth: 0, aliases: 0, fields: 0 }

/** Weighs a query. Each fragment is weighed once, however often it is used: its text is short where its answer is not. */
export function weigh(selections: SelectionSetNode, fragments: Fragments): Weight {
  const known = new Map<string, Weight>()

  const ofFragment = (name: string): Weight => {
    const found = known.get(name)
    if (found) return found
    const definition = fragments.get(name)
    const weight = definition ? ofSet(definition.selectionSet) : NONE
    known.set(name, weight)
    return weight
  }

  const ofSet = (set: SelectionSetNode): Weight => {
    const total = { ...NONE }
    for (const selection of set.selections) {
      const isField = selection.kind === 'Field'
      const within =
        selection.kind === 'FragmentSpread'
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSet(selection.selectionSet)
            : NONE
      total.depth = Math.max(total.depth, within.depth + (isField ? 1 : 0))
      total.aliases += within.aliases + (isField && selection.alias ? 1 : 0)
      total.fields += within.fields + (isField ? 1 : 0)
    }
    return total
  }

  return ofSet(selections)
}

/** The fragments that a selection uses. */
function spreadsIn(set: SelectionSetNode): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === 'FragmentSpread') return [selection.name.value]
    return selection.selectionSet ? spreadsIn(selection.selectionSet) : []
  })
}

/** Whether a fragment holds itself, be it through others: asked before {@link weigh}, which would never end. */
export function holdsItself(fragments: Fragments): boolean {
  const seen = new Map<string, 'open' | 'done'>()
  const isRound = (name: string): boolean => {
    const state = seen.get(name)
    if (state) return state === 'open'
    seen.set(name, 'open')
    const definition = fragments.get(name)
    const found = definition ? spreadsIn(definition.selectionSet).some(isRound) : false
    seen.set(name, 'done')
    return found
  }
  return [...fragments.keys()].some(isRound)
}

const isList = (set: SelectionSetNode, fragments: Fragments): boolean =>
  set.selections.some((each) => {
    if (each.kind === 'Field') return each.name.value === 'docs'
    const within = each.kind === 'FragmentSpread' ? fragments.get(each.name.value) : each
    return within ? isList(within.selectionSet, fragments) : false
  })

/**
 * The name of a list that is asked for within itself, such as the scenes of each scene's episode: each step multiplies
 * what is looked up, of documents that are there already. Asked where {@link weigh} has bounded the fields.
 */
export function listWithinItself(
  set: SelectionSetNode,
  fragments: Fragments,
  above: readonly string[] = [],
): string | null {
  for (const selection of set.selections) {
    const within =
      selection.kind === 'FragmentSpread'
        ? fragments.get(selection.name.value)?.selectionSet
        : selection.selectionSet
    if (!within) continue
    let lists = above
    if (selection.kind === 'Field' && isList(within, fragments)) {
      const name = selection.name.value.toLowerCase()
      if (above.includes(name)) return selection.name.value
      lists = [...above, name]
    }
    const found = listWithinItself(within, fragments, lists)
    if (found) return found
  }
  return null
}
