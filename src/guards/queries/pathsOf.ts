import type { Where } from 'payload'

/** A path as the engines read it: theirs has underscores where GraphQL does. */
const asRead = (path: string): string => {
  const read = path.trim().replace(/__/g, '.')
  return read === '_id' ? 'id' : read
}

/** What documents are to be put in order or told apart by. */
export const pathsOfOrder = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : [sort])
    .filter((each): each is string => typeof each === 'string')
    .flatMap((each) => each.split(','))
    .map((each) => asRead(each.trim().replace(/^-/, '')))
    .filter((path) => path !== '')

/** What documents are looked for by. Of malformed conditions none: Payload refuses them. */
export function pathsOfWhere(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where as Where).flatMap(([key, condition]) =>
    ['and', 'or'].includes(key.toLowerCase()) && Array.isArray(condition)
      ? condition.flatMap(pathsOfWhere)
      : [asRead(key)],
  )
}
