import type { FormerName, NamedIn, NameMentions } from '@/contracts'
import { plural } from '../lib/format'

/** What people wrote themselves, and what of it is a shot or a scene. */
export const byPerson = ({ shots, synopses }: NameMentions): { shots: NamedIn[]; synopses: NamedIn[] } => {
  const isTheirs = ({ by }: NamedIn) => by === 'person'
  return { shots: shots.filter(isTheirs), synopses: synopses.filter(isTheirs) }
}

/** What quotes the script, and says the new name as soon as that does. */
export const quoted = ({ shots, synopses }: NameMentions): { shots: NamedIn[]; synopses: NamedIn[] } => {
  const isQuoted = ({ by }: NamedIn) => by === 'script'
  return { shots: shots.filter(isQuoted), synopses: synopses.filter(isQuoted) }
}

/** `2 shots and 1 synopsis`; empty for neither. */
export const countBoth = ({ shots, synopses }: { shots: unknown[]; synopses: unknown[] }): string =>
  [
    shots.length > 0 && plural(shots.length, 'shot'),
    synopses.length > 0 && plural(synopses.length, 'synopsis', 'synopses'),
  ]
    .filter(Boolean)
    .join(' and ')

/** Whether there is something for a person to decide: what quotes a script goes with it. */
export const isAskedAbout = ({ mentions }: FormerName): boolean =>
  mentions.scripts.length > 0 || countBoth(byPerson(mentions)) !== ''

/** `The script still says NORA in 12 lines.` */
export function whereStillSaid({ name, mentions }: FormerName): string {
  const { scripts } = mentions
  const lines = scripts.reduce((sum, script) => sum + script.lines, 0)
  if (scripts.length === 1) return `The script still says ${name} in ${plural(lines, 'line')}.`
  if (scripts.length > 1)
    return `The scripts of ${plural(scripts.length, 'episode')} still say ${name} in ${plural(lines, 'line')}.`
  const theirs = byPerson(mentions)
  const count = theirs.shots.length + theirs.synopses.length
  return `${countBoth(theirs)} that people wrote still ${count === 1 ? 'says' : 'say'} ${name}.`
}
