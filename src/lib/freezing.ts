/**
 * Makes plain data unchangeable, all the way down: for what several share. In small steps: a season has hundreds of
 * thousands of parts.
 *
 * @returns the same object
 */
export function* freezing<Value>(value: Value): Generator<void, Value> {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue
    Object.freeze(next)
    for (const each of Object.values(next)) waiting.push(each)
    yield
  }
  return value
}
