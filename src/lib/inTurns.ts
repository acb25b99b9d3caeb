import { MOST_MS, turns } from './giveWay'

/**
 * Takes the steps of some work, and gives way between two of them once some milliseconds have passed since it last did.
 *
 * @param mostMs that others wait
 */
export async function inTurns<Result>(steps: Generator<void, Result>, mostMs = MOST_MS): Promise<Result> {
  const turn = turns(mostMs)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    const others = turn()
    if (others) await others
  }
}
