import type * as GraphQL from 'graphql'
import type { Config } from 'payload'
import { rulesWith } from './rules'

type Settings = Pick<NonNullable<Config['graphQL']>, 'queries' | 'validationRules'>

/**
 * For Payload's config: bounds of what a query may ask for.
 *
 * @param queries of the product's own
 */
export function boundedGraphQL(queries: Settings['queries']): Settings {
  let rules: ReturnType<typeof rulesWith> = []
  return {
    // Payload hands GraphQL out here, when it makes its schema, and loads it then: another copy's errors are none to it.
    queries: (given, context) => {
      const { GraphQLError } = given as typeof GraphQL
      rules = rulesWith((message, options) => new GraphQLError(message, options))
      return queries?.(given, context) ?? {}
    },
    validationRules: () => rules,
  }
}
