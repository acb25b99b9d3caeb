import type { AfterErrorHook } from 'payload'

/**
 * Lists of the admin count the documents of an answer to a change of many before they look at what went wrong
 * (elements/DeleteMany, PublishMany): of a refusal without any they say “An unknown error has occurred”. So it says that
 * there were none.
 */
export const answerForMany: AfterErrorHook = ({ graphqlResult, req, result }) => {
  const isOfMany = req.routeParams?.collection !== undefined && req.routeParams.id === undefined
  const isChange = req.method === 'PATCH' || req.method === 'DELETE'
  if (graphqlResult || !isOfMany || !isChange || !result) return undefined
  return { response: { docs: [], ...result } as never }
}
