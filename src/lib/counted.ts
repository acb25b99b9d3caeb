/**
 * A number with what it counts, as people write it: `1 scene`, `1,204 scenes`, `0 scenes`.
 *
 * @param noun of one; its last word takes the s (`more line`, `dialogue line`).
 * @param several where that is no plural (`people`).
 */
export const counted = (count: number, noun: string, several = `${noun}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : several}`
