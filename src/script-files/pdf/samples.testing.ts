import { madeScript } from './madeScript.testing'
import { LAYOUTS, typeset } from './typeset.testing'

/** Documents of this format for tests that take any format: a few pages as each program prints them. */
export const samples = async (): Promise<Uint8Array[]> =>
  Promise.all(LAYOUTS.slice(0, 3).map(async (layout) => new Uint8Array(await typeset(madeScript(3), layout))))
