import type { Steps } from '@/screenplay'

interface Node {
  next: Map<string, Node>
  /** Which of the names end here. */
  ends: number[]
}

const node = (): Node => ({ next: new Map(), ends: [] })

/**
 * A text in the one form in which a name that is said in it is a part of it: no case, one kind of apostrophe, of hyphen
 * and of space (as `renaming` finds names).
 */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    // By way of the capitals: ſ is an s and ς a σ then.
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')

/**
 * Tells which of many names may be said in a text, in one walk through the text however many names there are. What it
 * leaves out is not in it; whether a name stands there as a word of its own is for who asks.
 *
 * @param names canonical
 * @returns the indices of the names, ascending
 */
export function* namesInside(names: readonly string[]): Steps<(text: string) => number[]> {
  const root = node()
  for (const [index, name] of names.entries()) {
    yield
    let at = root
    for (const unit of plain(name).split('')) {
      const next = at.next.get(unit) ?? node()
      at.next.set(unit, next)
      at = next
    }
    at.ends.push(index)
  }
  return (text) => {
    const searched = plain(text)
    const found = new Set(root.ends)
    for (let from = 0; from < searched.length; from += 1) {
      let at = root.next.get(searched[from] as string)
      for (let to = from + 1; at; to += 1) {
        for (const index of at.ends) found.add(index)
        at = at.next.get(searched[to] as string)
      }
    }
    return [...found].sort((a, b) => a - b)
  }
}
