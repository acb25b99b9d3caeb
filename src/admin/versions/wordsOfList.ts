/** `fog, night`; nothing where there is none. */
export const wordsOfList = (value: unknown): string =>
  (Array.isArray(value) ? value : [value])
    .filter((each) => each !== null && each !== undefined && each !== '')
    .join(', ')
