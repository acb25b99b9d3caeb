/** Titles and initials whose dot ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Capt|Col|Gen|Prof|Jr|Sr|vs|etc|No|INT|EXT|\p{L})\.$/iu

/**
 * Splits prose into sentences. Linear in the text's length, whatever is in it.
 *
 * @returns trimmed, in order, without empty ones; text without an end mark is one sentence
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let current = ''
  for (const piece of text.replace(/\s+/g, ' ').split(/(?<=[.!?…]["'”’)]?) /)) {
    current = current ? `${current} ${piece}` : piece
    // Only the end can be an abbreviation, and a lower-case start means the sentence goes on.
    if (ABBREVIATION.test(current.slice(-12))) continue
    pushSentence(sentences, current)
    current = ''
  }
  pushSentence(sentences, current)
  return sentences
}

function pushSentence(sentences: string[], text: string) {
  const sentence = text.trim()
  if (sentence !== '') sentences.push(sentence)
}

/** Shortens to at most `max` characters, at a word boundary where there is one, with an ellipsis. */
export function clip(text: string, max: number): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  if (folded.length <= max) return folded
  const cut = folded.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  const kept = space > max / 2 ? cut.slice(0, space) : cut
  // A cut must not leave half of a surrogate pair.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.–—-]+$/, '')}…`
}
