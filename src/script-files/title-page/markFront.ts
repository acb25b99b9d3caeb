import { parseFountain, type ScriptProblem } from '@/screenplay'
import { belowTitlePage } from './belowTitlePage'
import { readFront } from './readFront'

/** Lines before the script's first scene that are looked at. */
const MOST = 80

/**
 * Gives a text in Fountain the keys of its title page where its writer typed none: `THE SHED` / `by Lil Moss` above the
 * script is a cue with speech by the letter of the format. A title is not a name: nobody of that name speaks, and
 * what stands below says by whom the script is, or which draft, from what and whose.
 *
 * @returns the text as it was, where it has a title page or begins with the script
 */
export function markFront(text: string): { text: string; warnings: ScriptProblem[] } {
  const asItWas = { text, warnings: [] }
  const head = text.split('\n', MOST)
  const from = head.findIndex((line) => line.trim() !== '')
  if (from === -1) return asItWas
  const start = parseFountain(head.join('\n'))
  if (start.titlePage.length > 0) return asItWas
  const scene = start.elements.find(({ type }) => type === 'scene-heading')
  const lines = head.slice(from, scene ? scene.range.start - 1 : MOST).map((line) => line.trim())
  const front = readFront(lines, false)
  if (!front || (lines[front.length] ?? '') !== '') return asItWas
  const title = (lines[0] as string).toLowerCase()
  const rest = text.split('\n').slice(from + front.length)
  const speaks = rest.some(
    (line) =>
      line
        .trim()
        .toLowerCase()
        .replace(/\s*\(.*$/, '') === title,
  )
  const isSaid = front.entries.some(
    ({ key, values }) =>
      key === 'Author' &&
      values.some((value) => /[.!?]$/.test(value) && !/\b(?:Jr|Sr|\p{L})\.$/u.test(value)),
  )
  if (speaks || isSaid) return asItWas
  return {
    text: belowTitlePage(front.entries, rest.join('\n').replace(/^\s*\n/, '')),
    warnings: [
      {
        line: 1,
        message: `“${lines[0]}” and what stands below it were read as the title page; keys were put before them.`,
      },
    ],
  }
}
