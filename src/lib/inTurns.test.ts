import { expect, it } from 'vitest'
import { inTurns } from './inTurns'

function* count(to: number): Generator<void, number> {
  for (let n = 0; n < to; n += 1) yield
  return to
}

it('lets others have a turn between the steps of long work, and gives its result', async () => {
  let turns = 0
  let isDone = false
  const other = () => {
    turns += 1
    if (!isDone) setImmediate(other)
  }
  setImmediate(other)
  expect(await inTurns(count(50), 0)).toBe(50)
  isDone = true
  expect(turns).toBeGreaterThanOrEqual(50)
})

it('gives the result of short work at once', async () => {
  let turns = 0
  setImmediate(() => {
    turns += 1
  })
  expect(await inTurns(count(50), Number.POSITIVE_INFINITY)).toBe(50)
  expect(turns).toBe(0)
})

it('ends with what a step throws', async () => {
  function* failing(): Generator<void, number> {
    yield
    throw new Error('no more')
  }
  await expect(inTurns(failing(), 0)).rejects.toThrow('no more')
})
