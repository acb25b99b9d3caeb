/** Work that can be left off after each of many small steps, and goes on where it was. */
export type Steps<Result> = Generator<void, Result>

/** Takes all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Something for each of many, a step each. */
export function* eachInSteps<Item, Result>(
  items: readonly Item[],
  of: (item: Item, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) {
    results.push(of(item, index))
    yield
  }
  return results
}
