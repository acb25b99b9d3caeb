import type { DraftScene } from '@/contracts'

const after = (number: string | undefined): string => (number ? `after scene ${number}` : 'first')

/** From where to where each moved scene went, in words; by key. Numbers are those of the script meant. */
export function movesOf(scenes: DraftScene[]): Map<string, string> {
  const before = scenes
    .flatMap(({ key, old }) => (old ? [{ key, number: old.sceneNumber, line: old.range.start }] : []))
    .sort((a, b) => a.line - b.line)
  const now = scenes
    .flatMap(({ key, new: next }) =>
      next ? [{ key, number: next.sceneNumber, line: next.range.start }] : [],
    )
    .sort((a, b) => a.line - b.line)
  const stood = new Map(before.map(({ key }, index) => [key, after(before[index - 1]?.number)]))
  const moves = new Map<string, string>()
  now.forEach(({ key }, index) => {
    const from = stood.get(key)
    if (from) moves.set(key, `Stood ${from}, stands ${after(now[index - 1]?.number)} now.`)
  })
  return moves
}
