/** What stands in brackets in a cue, of either width: a way of being heard, an age, a direction. */
const BRACKETS = /\(([^()]*)\)|（([^（）]*)）/g

/**
 * Takes a cue apart as it is printed: `MARA (V.O.) (CONT'D)` is MARA with V.O. and CONT'D.
 *
 * @returns the name as typed, with its spaces folded; empty where nothing but brackets stands there.
 */
export function splitCue(text: string): { name: string; extensions: string[] } {
  const extensions: string[] = []
  const name = text.replace(BRACKETS, (_, plain?: string, wide?: string) => {
    const inside = (plain ?? wide ?? '').trim()
    if (inside !== '') extensions.push(inside)
    return ' '
  })
  return { name: name.replace(/\s+/g, ' ').trim(), extensions }
}
