import { expect, it } from 'vitest'
import { readStored, ScriptError, sameScreenplay } from '@/screenplay'
import { damage } from './damage.testing'
import { SCRIPT_FORMATS } from './formats'
import { readScript } from './readScript'
import { samplesOf } from './samples.testing'

/** `npm run bench -- damage` takes 10,000 of each, and looks at time and memory, too. */
const INPUTS = 200

it.each(SCRIPT_FORMATS.map(({ id }) => id))(
  '%s: damaged files are read or refused, and nothing else',
  async (id) => {
    const samples = await samplesOf(id)
    expect(samples.length, `fixtures/scripts/${id} or a samples.testing.ts for it`).toBeGreaterThan(0)
    let read = 0
    for (let seed = 0; seed < INPUTS; seed += 1) {
      const bytes = damage(samples[seed % samples.length] as Uint8Array, seed)
      try {
        const { text, screenplay } = await readScript(bytes, 'damaged')
        read += 1
        // What was read can be stored and read again.
        expect(sameScreenplay(readStored(text).screenplay, screenplay), `seed ${seed}`).toBe(true)
      } catch (error) {
        if (!(error instanceof ScriptError))
          throw new Error(`seed ${seed} of ${id} crashes the reader`, { cause: error })
        expect(error.message, `seed ${seed}`).toMatch(/^damaged: ./)
      }
    }
    // Much of the damage is small: a reader that refuses all of it is no reader.
    expect(read).toBeGreaterThan(INPUTS / 20)
  },
  120_000,
)

it.each(SCRIPT_FORMATS.map(({ id }) => id))('%s: its samples are recognised without a name', async (id) => {
  for (const sample of await samplesOf(id)) expect((await readScript(sample)).format).toBe(id)
})
