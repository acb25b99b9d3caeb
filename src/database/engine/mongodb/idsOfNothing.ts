type Condition = Record<string, unknown>
type Asked = { where?: Condition } & Record<string, unknown>
type Ask = (this: unknown, args: Asked) => unknown

/** What of Payload's adapter looks for documents by conditions. */
const ASKS = [
  'count',
  'countVersions',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateMany',
  'updateOne',
  'updateVersion',
] as const

/** The id of no document: ids begin with the second in which they were made. */
const OF_NOTHING = '0'.repeat(24)

/**
 * As they are given out. In capitals the driver reads the same id, and whatever compares it as a text (whose account it
 * is, which project's turn) does not.
 */
const isId = (value: unknown): boolean => typeof value !== 'string' || /^[0-9a-f]{24}$/.test(value)

function compare(operator: string, value: unknown): unknown {
  if (operator === 'in' || operator === 'not_in' || operator === 'all') {
    const values = typeof value === 'string' ? value.split(',').map((each) => each.trim()) : value
    if (!Array.isArray(values)) return value
    const known = values.filter(isId)
    return known.length > 0 || values.length === 0 ? known : [OF_NOTHING]
  }
  return operator === 'exists' || isId(value) ? value : OF_NOTHING
}

/** The same conditions, in which every id can be one. */
export function withIds(where: Condition): Condition {
  return Object.fromEntries(
    Object.entries(where).map(([path, given]) => {
      if (Array.isArray(given) && /^(and|or)$/i.test(path)) return [path, given.map((each) => withIds(each))]
      if ((path !== 'id' && path !== '_id') || typeof given !== 'object' || given === null)
        return [path, given]
      const operators = Object.entries(given).map(([operator, value]) => [operator, compare(operator, value)])
      return [path, Object.fromEntries(operators)]
    }),
  )
}

/**
 * Asks for documents by any text: one that is no id, letter by letter, is the id of nothing, as on SQLite. Payload's
 * adapter hands some of them to the driver (sanitizeQueryValue: of lists, and of texts with a comma), which fails.
 */
export function findNothingByNoId(adapter: object): void {
  const asks = adapter as Record<string, Ask | undefined>
  for (const name of ASKS) {
    const ask = asks[name]
    if (!ask) continue
    asks[name] = function askByIds(args) {
      return ask.call(this, args.where ? { ...args, where: withIds(args.where) } : args)
    }
  }
}
