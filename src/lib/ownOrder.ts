/** In the registry of all: the server's pages and routes each have a copy of this module. No caller can send it. */
const OWN = Symbol.for('showrunner.ownOrder')

/**
 * An order that the product itself asks for in somebody's name: it leads through what belongs together anyway, and needs
 * no look at whether they may read all of it.
 */
export const ownOrder = (paths: string[]): string[] => Object.assign(paths, { [OWN]: true })

export const isOwnOrder = (sort: unknown): boolean => Array.isArray(sort) && Object.hasOwn(sort, OWN)
