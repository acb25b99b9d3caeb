import type { EpisodeBoard, RunStatus } from '@/contracts'

const NAMES = { pdf: 'storyboard PDF', csv: 'shot list CSV', animatic: 'animatic' } as const
type Output = keyof typeof NAMES

const NO_FFMPEG =
  'There is no animatic: ffmpeg was not found on the machine that did the work. Install it there, or say in FFMPEG_PATH where it is.'
const NO_SHOTS = 'There is no animatic: the episode has no shots to show yet.'

function listed(names: string[]): string {
  const last = names.at(-1)
  return names.length < 2 ? `${last}` : `${names.slice(0, -1).join(', ')} and the ${last}`
}

/** `The animatic is missing.` */
const areMissing = (outputs: Output[]): string =>
  `The ${listed(outputs.map((output) => NAMES[output]))} ${outputs.length === 1 ? 'is' : 'are'} missing.`

/**
 * Which documents an episode that was put together does not have, why, and what mends it, in plain words. Null where
 * all are there, where some are being made, and where the episode was never put together: the pipeline says that.
 *
 * @param canGenerate whether who reads it has the buttons
 */
export function missingDocuments(
  { outputs }: Pick<EpisodeBoard, 'outputs'>,
  run: Pick<RunStatus, 'state' | 'stages' | 'withoutAnimatic'> | null,
  canGenerate: boolean,
): string | null {
  if (run?.state === 'running') return null
  const missing = (Object.keys(NAMES) as Output[]).filter((output) => !outputs[output])
  const wasAssembled =
    missing.length < 3 || run?.stages.some(({ type, completed }) => type === 'assemble' && completed > 0)
  if (missing.length === 0 || !wasAssembled) return null
  const reason = missing.includes('animatic') ? (run?.withoutAnimatic ?? null) : null
  const others = reason === null ? missing : missing.filter((output) => output !== 'animatic')
  const sentences = [
    reason === 'ffmpeg' && NO_FFMPEG,
    reason === 'shots' && NO_SHOTS,
    others.length > 0 && areMissing(others),
    remedy(missing.length, reason, canGenerate),
  ]
  return sentences.filter(Boolean).join(' ')
}

function remedy(count: number, reason: RunStatus['withoutAnimatic'], canGenerate: boolean): string {
  const it = count === 1 ? 'it' : 'them'
  if (!canGenerate) return `Who may run the pipeline of this project can make ${it} anew.`
  const first = reason === 'ffmpeg' ? 'Then “Run” at Assemble' : '“Run” at Assemble'
  return reason === 'shots' ? `“Run all” makes shots first, then ${it}.` : `${first} makes ${it}.`
}
