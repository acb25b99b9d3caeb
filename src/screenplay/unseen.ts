/**
 * Invisible characters that word processors leave behind: zero-width ones, the soft hyphen, marks of direction,
 * controls. A name or a heading of nothing else is none, as for whoever stores it (`src/lib/isBlank.ts`).
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]|(?!\s)\p{Cc}/gu

export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '')

/** True where nothing of it can be seen. */
export const isUnseen = (text: string): boolean => withoutUnseen(text).trim() === ''
