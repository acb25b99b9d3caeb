/** Documents that one question is answered with. A thousand scenes kept everybody else waiting for seconds. */
export const MAX_PAGE = 100
/** Of what hangs on a document, such as a shot's panels. */
export const MAX_JOINED = 100

interface Pages {
  limit?: unknown
  pagination?: unknown
  joins?: unknown
}

const isMore = (limit: unknown, most: number): boolean => limit === 0 || Number(limit) > most

/**
 * A page of at most {@link MAX_PAGE}. Whoever asks for all (`limit=0`, `pagination=false`) gets the first page, and the
 * answer says how many there are and how large its pages are.
 */
export function boundedPages<Args extends Pages>(args: Args): Args {
  const isAll = isMore(args.limit, MAX_PAGE) || (args.pagination === false && args.limit === undefined)
  const joins = boundedJoins(args.joins)
  return {
    ...args,
    ...(isAll && { limit: MAX_PAGE, pagination: true }),
    ...(joins !== undefined && { joins }),
  }
}

function boundedJoins(joins: unknown): unknown {
  if (typeof joins !== 'object' || joins === null) return undefined
  return Object.fromEntries(
    Object.entries(joins).map(([name, asked]) => [
      name,
      typeof asked === 'object' && asked !== null && isMore((asked as Pages).limit, MAX_JOINED)
        ? { ...asked, limit: MAX_JOINED }
        : asked,
    ]),
  )
}
