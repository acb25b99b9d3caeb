import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { conditionProblem } from './conditions'
import { sourceProblem } from './source'
import { holdsItself, listWithinItself, type Weight, weigh } from './weigh'

/** What one query may ask for. The deepest of the product's own documents, from a project to a picture's sizes, is nine. */
export const MOST: Weight = { depth: 12, aliases: 10, fields: 1_000 }

const IN_WORDS: Record<keyof Weight, (most: number, found: number) => string> = {
  depth: (most, found) => `goes ${found} fields deep; ${most} are allowed`,
  aliases: (most, found) => `has ${found} aliases; ${most} are allowed`,
  fields: (most, found) => `asks for ${found} fields; ${most} are allowed`,
}

/** What the schema asks about itself is as deep as its types; GraphQL bounds it. */
const withoutSchema = ({ selectionSet }: OperationDefinitionNode) => ({
  ...selectionSet,
  selections: selectionSet.selections.filter(
    (each) => each.kind !== 'Field' || !each.name.value.startsWith('__'),
  ),
})

/**
 * Why a query is not looked at any further; null where it is, or cannot be read, which whoever reads it says. Asked
 * before Payload sees it: how dear a query is it works out by following each fragment wherever it is used
 * (graphql-query-complexity), which thirty short ones that hold the next one twice make without an end. The packages that
 * there are for depth and aliases are rules beside that, and throw, which Payload answers by 500.
 */
export async function queryProblem(source: string, variables?: unknown): Promise<string | null> {
  const unparsed = sourceProblem(source)
  if (unparsed) return unparsed
  // Not with the start of the product.
  const { parse } = await import('graphql')
  let document: DocumentNode
  try {
    document = parse(source)
  } catch {
    return null
  }
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === 'FragmentDefinition') fragments.set(each.name.value, each)
  if (holdsItself(fragments)) return 'has a fragment that holds itself'
  for (const each of document.definitions) {
    if (each.kind !== 'OperationDefinition') continue
    // How dear one is Payload reads from a type that its schema has not.
    if (each.operation === 'subscription') return 'is a subscription, which there are none of'
    const unclear = conditionProblem(each, fragments, variables)
    if (unclear) return unclear
    const found = weigh(withoutSchema(each), fragments)
    for (const kind of ['depth', 'aliases', 'fields'] as const)
      if (found[kind] > MOST[kind]) return IN_WORDS[kind](MOST[kind], found[kind])
    const list = listWithinItself(each.selectionSet, fragments)
    if (list) return `asks for ${list} within ${list}: ask for them apart`
  }
  return null
}
