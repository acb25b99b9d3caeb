import type { AfterErrorHook, CollectionSlug, Field } from 'payload'
import type { FieldProblem } from '@/errors'

interface Answered {
  errors?: Array<{ message?: string; data?: { problems?: FieldProblem[]; errors?: unknown } | null }>
}

/** Names of what a form of it may have; a new password and a file are Payload's own. */
const namesIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : namesIn(tab.fields)))
    if ('name' in field && field.name) return [field.name]
    return 'fields' in field ? namesIn(field.fields) : []
  })

const asSentence = (message: string): string => `${message[0]?.toUpperCase()}${message.slice(1)}.`

/**
 * Forms mark fields by `errors` as Payload has them: what this product names by `problems` stood above the form alone.
 * Only what a form can have: a form holds for its own whatever is marked, and is not sent again before that is mended.
 */
export const markFields: AfterErrorHook = ({ graphqlResult, req, result }) => {
  const { errors } = (result ?? {}) as Answered
  const slug = String(req.routeParams?.collection)
  const config = Object.hasOwn(req.payload.collections, slug)
    ? req.payload.collections[slug as CollectionSlug].config
    : undefined
  if (graphqlResult || !config || !errors) return undefined
  const names = new Set([
    ...namesIn(config.fields),
    ...(config.auth ? ['password'] : []),
    ...(config.upload ? ['file'] : []),
  ])
  let isMarked = false
  const marked = errors.map((error) => {
    const { problems, errors: before } = error.data ?? {}
    const ofFields = problems?.filter(({ field }) => names.has(String(field).split('.')[0] ?? '')) ?? []
    if (before || ofFields.length === 0) return error
    isMarked = true
    const paths = ofFields.map(({ field, message }) => ({ path: field, message: asSentence(message) }))
    return { ...error, data: { ...error.data, errors: paths } }
  })
  return isMarked ? { response: { ...result, errors: marked } as never } : undefined
}
