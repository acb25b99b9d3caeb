import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ScriptFormatId } from '@/contracts'

/** Formats whose files are made and not kept: each has a `samples.testing.ts` beside its reader. */
const MADE: Partial<
  Record<ScriptFormatId, () => Promise<{ samples(): Uint8Array[] | Promise<Uint8Array[]> }>>
> = {
  docx: () => import('./docx/samples.testing'),
  fadein: () => import('./fadein/samples.testing'),
  pdf: () => import('./pdf/samples.testing'),
}

/**
 * Good files of a format, for tests and benches that take every format: those in `fixtures/scripts/<format>`, and
 * those that are made.
 */
export async function samplesOf(format: ScriptFormatId): Promise<Uint8Array[]> {
  const folders = [`fixtures/scripts/${format}`, ...(format === 'fountain' ? ['fixtures/screenplay'] : [])]
  const kept = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => new Uint8Array(readFileSync(path.join(folder, name)))),
  )
  const made = (await (await MADE[format]?.())?.samples()) ?? []
  return [...kept, ...made]
}
