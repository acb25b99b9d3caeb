import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Scripts written outside this project; the folder is not part of it and may be absent. */
export const SHARED_SAMPLES = `${ROOT}../shared/samples/fountain/`
export const hasSharedSamples = existsSync(SHARED_SAMPLES)

/** Our own fixtures and the sample that ships, by absolute path. */
export const OWN_SCRIPTS = [...scriptsIn(`${ROOT}fixtures/screenplay/`), ...scriptsIn(`${ROOT}samples/`)]

export function sharedScripts(): string[] {
  return hasSharedSamples ? scriptsIn(SHARED_SAMPLES) : []
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8')
}

function scriptsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.fountain'))
    .sort()
    .map((name) => folder + name)
}
