/**
 * Text as it may be handed to eSpeak. Control characters would be read as its embedded commands, `[[`
 * as phoneme codes, and script emphasis marks would be spelled out.
 *
 * @returns an empty string where nothing in the text can be spoken (`...`, `—`, `♪`)
 */
export function speakableText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cs}|\p{Co}/gu, ' ')
    .replace(/\[+/g, ' ')
    .replace(/\]+/g, ' ')
    .replace(/[*_~#^<>|\\]+/g, ' ')
    // A dash between words is a pause; eSpeak reads some dashes out.
    .replace(/\s*(?:—|–|--+)\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.-]+(?=[\p{L}\p{N}])/u, '')
    .trim()
  return /[\p{L}\p{N}]/u.test(plain) ? plain : ''
}

/** Words as a reader counts them; a script without spaces counts two characters as a word. */
export function countWords(text: string): number {
  const spoken = speakableText(text)
  if (spoken === '') return 0
  const unspaced = spoken.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
  const spaced = spoken
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return spaced.length + Math.ceil((unspaced?.length ?? 0) / 2)
}
