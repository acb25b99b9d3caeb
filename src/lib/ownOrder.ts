const own = new WeakSet<object>()

/**
 * An order that the product itself asks for in somebody's name: it leads through what belongs together anyway, and needs
 * no look at whether they may read all of it. No caller can send one.
 */
export function ownOrder(paths: string[]): string[] {
  own.add(paths)
  return paths
}

export const isOwnOrder = (sort: unknown): boolean =>
  typeof sort === 'object' && sort !== null && own.has(sort)
