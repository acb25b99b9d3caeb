/**
 * Words, Unicode aware. A word is a run of letters and digits, with apostrophes and hyphens inside it:
 * `don't`, `mother-in-law`. Chinese and Japanese do not part words, so there each character counts as one,
 * as word processors count.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+(?:['’‑-](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+)*/gu

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/** As {@link countWords}, parted into spaced words and single CJK characters, which are spoken much faster. */
export function countSpoken(text: string): { words: number; characters: number } {
  let words = 0
  let characters = 0
  for (const word of text.match(WORD) ?? []) {
    if (CJK.test(word)) characters += 1
    else words += 1
  }
  return { words, characters }
}
