import type {
  DirectiveNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql'

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** The conditions (`@include`, `@skip`) of a selection and of all that it holds; each fragment is looked at once. */
function conditionsIn(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  seen = new Set<string>(),
): DirectiveNode[] {
  return selections.flatMap((each) => {
    const own = (each.directives ?? []).filter(({ name }) => ['include', 'skip'].includes(name.value))
    if (each.kind !== 'FragmentSpread')
      return each.selectionSet ? own.concat(conditionsIn(each.selectionSet, fragments, seen)) : own
    const fragment = fragments.get(each.name.value)
    if (!fragment || seen.has(each.name.value)) return own
    seen.add(each.name.value)
    return own.concat(conditionsIn(fragment.selectionSet, fragments, seen))
  })
}

/**
 * Why a condition of an operation says neither yes nor no; null where all do. GraphQL has a rule for it, but Payload's
 * count of what a query costs (graphql-query-complexity, `nodeComplexity`) reads them beside that rule, and throws.
 */
export function conditionProblem(
  { selectionSet, variableDefinitions = [] }: OperationDefinitionNode,
  fragments: Fragments,
  variables: unknown,
): string | null {
  const isNull = (name: string): boolean =>
    typeof variables === 'object' && (variables as Record<string, unknown> | null)?.[name] === null
  const isSure = ({ arguments: given = [] }: DirectiveNode): boolean => {
    const value = given.find(({ name }) => name.value === 'if')?.value
    if (value?.kind !== 'Variable') return value?.kind === 'BooleanValue'
    const { type, defaultValue } =
      variableDefinitions.find(({ variable }) => variable.name.value === value.name.value) ?? {}
    const named = type?.kind === 'NonNullType' ? type.type : type
    if (named?.kind !== 'NamedType' || named.name.value !== 'Boolean') return false
    return (
      type?.kind === 'NonNullType' || (defaultValue?.kind === 'BooleanValue' && !isNull(value.name.value))
    )
  }
  const unclear = conditionsIn(selectionSet, fragments).find((each) => !isSure(each))
  return unclear ? `has @${unclear.name.value} without an "if" that is true or false` : null
}
