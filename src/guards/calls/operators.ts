export const OF_PLACES = ['near', 'within', 'intersects']
export const OF_LISTS = ['in', 'not_in', 'all']
export const OF_WORDS = ['like', 'not_like', 'contains']
export const OF_ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']

/** What a text means that stands for nothing. */
export const isNothing = (value: unknown): boolean => value === null || value === '' || value === 'null'
