import { type Name, PEOPLE } from './people'

/**
 * Who is meant by each level, by name. Said here once more and not asked of `src/access`, which these tests look at: a
 * fault there must not be what is expected here.
 */
const managers: Name[] = ['admin', 'owner', 'producer of the project']
const writers: Name[] = [...managers, 'director of the project', 'editor of the project', 'worker']
const readers: Name[] = [...writers, 'viewer of the project', 'viewer who would edit']
const signedIn = Object.keys(PEOPLE) as Name[]

export const LEVELS = {
  none: [],
  admins: ['admin'],
  managers,
  writers,
  readers,
  'signed-in': signedIn,
  /** Who signs in as themselves: a worker has a key, and no session. */
  people: signedIn.filter((name) => name !== 'worker'),
  anyone: [...signedIn, 'nobody'],
  /** Who may open a project of their own. */
  makers: signedIn.filter((name) => !['worker', 'stranger, viewer', 'viewer who would edit'].includes(name)),
  /** Of those, who see the project that is tried. */
  'makers who read': readers.filter((name) => !['worker', 'viewer who would edit'].includes(name)),
  /** The owner of the project, whose own some documents are. */
  'their own': ['owner'],
  'their own and admins': ['owner', 'admin'],
  /** Who knows the owner of the project: those who work with them, and every producer of the studio. */
  colleagues: [...readers.filter((name) => name !== 'worker'), 'stranger, producer', 'newcomer'],
} as const satisfies Record<string, readonly Name[]>
export type Level = keyof typeof LEVELS

export const isFor = (level: Level, who: Name): boolean => (LEVELS[level] as readonly Name[]).includes(who)

/** Whether somebody of the project may do it in another one, where they are as strange as anybody of their role. */
export function isForElsewhere(level: Level, who: Name): boolean {
  if (who === 'nobody') return isFor(level, who)
  const { studio } = PEOPLE[who]
  return isFor(level, studio === 'admin' || studio === 'worker' ? studio : `stranger, ${studio}`)
}
