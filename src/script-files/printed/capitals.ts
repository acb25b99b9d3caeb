import { isOpening, looksLikeTransition } from '@/screenplay'

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

/** `FADE IN:` and `FADE IN ON THE HARBOUR` are known for what they are; a single word may open something else. */
function isTransition(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const opens = (count: number) => words.length > count && isOpening(words.slice(0, count).join(' '))
  return looksLikeTransition(text.trim()) || isOpening(text.trim()) || opens(2) || opens(3)
}

/** `MONTAGE`, `SNIPER SCOPE POV`, `FLASHBACK:`: words in capitals that are no sentence, as headings are that nothing opens. */
export const readsLikeBareHeading = (text: string): boolean =>
  isInCapitals(text) &&
  /\p{Lu}{2}/u.test(text) &&
  !isTransition(text) &&
  !/[.!?…。！？]["'”’»)*_]*\s*$/u.test(text)
