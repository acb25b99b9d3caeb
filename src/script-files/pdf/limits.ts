/** A series bible with all its episodes is less. */
export const MAX_PAGES = 2_000

/** A page of a script has about 2,000 characters; a page with more than this is none. */
export const MAX_PAGE_ITEMS = 20_000

/** Milliseconds: what opening a file and each of its pages may take, before it is taken for a damaged one. */
export const OPEN_MS = 10_000
export const PAGE_MS = 150
