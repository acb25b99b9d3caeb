import { looksLikeTransition } from '@/screenplay'

/** Letters, and none of them small. Scripts without case have neither. */
export const isInCapitals = (text: string): boolean =>
  /\p{Lu}/u.test(text) &&
  !/\p{Ll}/u.test(
    text
      .replaceAll('ß', '')
      .replace(/\([^()]*\)/g, '')
      .replace(/\bMc|\bMac|\b(?:[Dd]e|[Vv]an|[Vv]on|[Dd]er)\b/g, ''),
  )

export const hasNoCase = (text: string): boolean => /\p{Lo}/u.test(text) && !/[\p{Lu}\p{Ll}]/u.test(text)

/** `FADE IN:` is known for what it is, wherever it stands. */
const isTransition = (text: string): boolean =>
  looksLikeTransition(text.trim()) || /^FADE (?:IN|UP)\b/.test(text.trim())

/** `MONTAGE`, `SNIPER SCOPE POV`, `FLASHBACK:`: words in capitals that are no sentence, as headings are that nothing opens. */
export const readsLikeBareHeading = (text: string): boolean =>
  isInCapitals(text) &&
  /\p{Lu}{2}/u.test(text) &&
  !isTransition(text) &&
  !/[.!?…。！？]["'”’»)*_]*\s*$/u.test(text)
