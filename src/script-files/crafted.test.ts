import { expect, it } from 'vitest'
import { ScriptError } from '@/screenplay'
import { craftedScripts } from './crafted.testing'
import { readScript } from './readScript'

it.each(craftedScripts())(
  'a file of $what is read or refused in words',
  async ({ text, filename }) => {
    const error = await readScript(new TextEncoder().encode(text), filename).catch((thrown) => thrown)
    if (error instanceof Error) {
      expect(error).toBeInstanceOf(ScriptError)
      expect(error.message).toMatch(/^a\.\w+: (Line [\d,]+: )?[A-Z]/)
    }
  },
  60_000,
)
