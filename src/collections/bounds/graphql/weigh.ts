import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql'

/** What a query asks for, with all that its fragments stand for. */
export interface Weight {
  /** Fields within fields. */
  depth: number
  /** Fields under another name: the way to ask the same many times. */
  aliases: number
  fields: number
}

type FindFragment = (name: string) => FragmentDefinitionNode | undefined | null

const NONE: Weight = { depth: 0, aliases: 0, fields: 0 }

/**
 * Weighs a query. Each fragment is weighed once, however often it is used: its text is short where its answer is not. A
 * fragment that holds itself weighs nothing there; that it must not is said by a rule of GraphQL's own.
 */
export function weigh(selections: SelectionSetNode, fragment: FindFragment): Weight {
  const known = new Map<string, Weight>()

  const ofFragment = (name: string): Weight => {
    const found = known.get(name)
    if (found) return found
    known.set(name, NONE)
    const definition = fragment(name)
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
