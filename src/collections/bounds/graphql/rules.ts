import type { GraphQLError, OperationDefinitionNode, ValidationContext } from 'graphql'
import { type Weight, weigh } from './weigh'

/** What one query may ask for. The deepest of the product's own documents, from a project to a picture's sizes, is nine. */
export const MOST: Weight = { depth: 12, aliases: 30, fields: 1_000 }

const IN_WORDS: Record<keyof Weight, (most: number, found: number) => string> = {
  depth: (most, found) => `The query goes ${found} fields deep; ${most} are allowed.`,
  aliases: (most, found) => `The query has ${found} aliases; ${most} are allowed.`,
  fields: (most, found) => `The query asks for ${found} fields; ${most} are allowed.`,
}

type MakeError = (message: string, options: { nodes: OperationDefinitionNode }) => GraphQLError

/**
 * Validation rules that refuse what asks for too much, before anything of it is looked up. Payload's own bounds the sum
 * of complexities, in which a field that is nested or repeated counts as one of any other.
 *
 * Not a package's: those that there are throw out of the validation, which Payload answers by 500, and load all of
 * GraphQL when the product starts.
 *
 * @param makeError GraphQL's own error, of the copy that Payload runs
 */
export const rulesWith = (makeError: MakeError) => [
  (context: ValidationContext) => ({
    OperationDefinition(operation: OperationDefinitionNode) {
      // What the schema asks about itself is as deep as its types; GraphQL bounds it.
      const selections = operation.selectionSet.selections.filter(
        (each) => each.kind !== 'Field' || !each.name.value.startsWith('__'),
      )
      const found = weigh({ ...operation.selectionSet, selections }, (name) => context.getFragment(name))
      for (const kind of ['depth', 'aliases', 'fields'] as const)
        if (found[kind] > MOST[kind])
          context.reportError(makeError(IN_WORDS[kind](MOST[kind], found[kind]), { nodes: operation }))
    },
  }),
]
