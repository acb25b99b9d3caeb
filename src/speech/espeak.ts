import { findProgram } from '@/lib/process/findProgram'
import { run } from '@/lib/process/run'

/** An installed eSpeak (NG) and what it can say. */
export interface SpeechEngine {
  path: string
  /** Program and version, e.g. `espeak-ng 1.51`. */
  model: string
  /** Language tags it knows, lower case. */
  languages: ReadonlySet<string>
  /** Voice variants it has files for: `m1`, `f2`, `croak`, … */
  variants: ReadonlySet<string>
}

const PROGRAMS = ['espeak-ng', 'espeak']
const LISTING_TIMEOUT_MS = 10_000

let detected: Promise<SpeechEngine | null> | undefined

/** The eSpeak on PATH, looked for once per process; null where there is none. */
export function detectEspeak(): Promise<SpeechEngine | null> {
  detected ??= findEspeak()
  return detected
}

/**
 * Looks for eSpeak on a search path. Finding a broken one counts as finding none: speech then falls
 * back to silence instead of failing every line.
 */
export async function findEspeak(searchPath = process.env.PATH ?? ''): Promise<SpeechEngine | null> {
  for (const program of PROGRAMS) {
    const path = await findProgram(program, searchPath)
    if (!path) continue
    try {
      const ask = async (argument: string) =>
        (await run(path, [argument], { timeoutMs: LISTING_TIMEOUT_MS })).stdout.toString('utf8')
      const [version, languages, variants] = await Promise.all([
        ask('--version'),
        ask('--voices'),
        ask('--voices=variant'),
      ])
      return {
        path,
        model: `${program} ${/\d+(\.\d+)+/.exec(version)?.[0] ?? 'unknown'}`,
        languages: parseLanguages(languages),
        variants: parseVariants(variants),
      }
    } catch {
      // Try the next name.
    }
  }
  return null
}

/** Second column of `--voices`, and the other languages in parentheses. */
export function parseLanguages(listing: string): ReadonlySet<string> {
  const tags = new Set<string>()
  for (const line of listing.split('\n').slice(1)) {
    const tag = line.trim().split(/\s+/)[1]
    if (tag) tags.add(tag.toLowerCase())
    for (const match of line.matchAll(/\(([\w-]+) \d+\)/g)) tags.add((match[1] ?? '').toLowerCase())
  }
  return tags
}

/** The `!v/name` column of `--voices=variant`. Names with spaces cannot be asked for and are left out. */
export function parseVariants(listing: string): ReadonlySet<string> {
  const variants = new Set<string>()
  for (const match of listing.matchAll(/!v[/\\](\S+)[ \t]*(?:\(|$)/gm)) {
    if (match[1]) variants.add(match[1])
  }
  return variants
}
