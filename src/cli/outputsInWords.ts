import type { BoardOutputs } from '@/contracts'

const NAMES: Record<keyof BoardOutputs, string> = {
  pdf: 'Storyboard PDF',
  csv: 'Shot list',
  animatic: 'Animatic',
}

/** What was made of an episode, a line each: `Animatic         out of date: two panels of scene 3 have other pictures`. */
export function outputsInWords(outputs: BoardOutputs): string[] {
  const kinds = Object.keys(NAMES) as Array<keyof BoardOutputs>
  return kinds.map((kind) => {
    const output = outputs[kind]
    const state = !output ? 'not made' : output.isOutOfDate ? 'out of date' : 'up to date'
    const why = output?.isOutOfDate && output.reasons.length > 0 ? `: ${output.reasons.join(', ')}` : ''
    return `  ${NAMES[kind].padEnd(16)} ${state}${why}`
  })
}
