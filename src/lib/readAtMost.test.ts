import { describe, expect, it } from 'vitest'
import { readAtMost } from './readAtMost'

describe('Reading a body', () => {
  it('takes all of what is allowed', async () => {
    const body = new Blob(['abc', 'de']).stream()
    expect(new TextDecoder().decode((await readAtMost(body, 5)) as ArrayBuffer)).toBe('abcde')
    expect((await readAtMost(null, 5))?.byteLength).toBe(0)
  })

  it('ends as soon as it is more, and takes in no more of it', async () => {
    let given = 0
    let isCancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1_000
        controller.enqueue(new Uint8Array(1_000))
      },
      cancel() {
        isCancelled = true
      },
    })
    expect(await readAtMost(endless, 5_000)).toBeNull()
    expect(isCancelled).toBe(true)
    expect(given).toBeLessThan(10_000)
  })
})
