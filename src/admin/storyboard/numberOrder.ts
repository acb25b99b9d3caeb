const NUMBER = /^([A-Z]*)(\d+)(.*)$/i

/** A1 comes before 1, 1A behind it; null of what is no number of a shot. */
function placeOf(number: string): [number, number, string] | null {
  const [, before = '', digits, after = ''] = NUMBER.exec(number) ?? []
  return digits === undefined ? null : [Number(digits), before ? 0 : 1, after.toUpperCase()]
}

function comesBefore(a: string, b: string): boolean {
  const [one, two] = [placeOf(a), placeOf(b)]
  if (!one || !two) return true
  if (one[0] !== two[0]) return one[0] < two[0]
  if (one[1] !== two[1]) return one[1] < two[1]
  // Z before A1, as on a set.
  return one[2].length === two[2].length ? one[2] <= two[2] : one[2].length < two[2].length
}

/** Whether shots stand in the order of their numbers; where people have moved them, they do not. */
export const areInNumberOrder = (shots: ReadonlyArray<{ shotNumber: string }>): boolean =>
  shots.every((shot, index) => {
    const previous = shots[index - 1]
    return previous === undefined || comesBefore(previous.shotNumber, shot.shotNumber)
  })
