/** Makes plain data unchangeable, all the way down: for what several share. @returns the same object */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const each of Object.values(value)) deepFreeze(each)
  return value
}

/** {@link deepFreeze} in small steps: a season has hundreds of thousands of parts. */
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
