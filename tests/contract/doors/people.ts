import type { Payload } from 'payload'
import type { ProjectRole, UserRole } from '@/access'
import { unique } from '../fixtures'

interface Person {
  /** What they are in the studio. */
  studio: UserRole
  /** What they are in the project whose doors are tried; strangers have to do with another project alone. */
  here?: ProjectRole | 'owner'
  there?: ProjectRole | 'owner'
}

/** Everybody who tries the doors: each role of the studio as a stranger, and each role of the project. */
export const PEOPLE = {
  admin: { studio: 'admin' },
  worker: { studio: 'worker' },
  'stranger, producer': { studio: 'producer', there: 'owner' },
  'stranger, director': { studio: 'director', there: 'director' },
  'stranger, editor': { studio: 'editor', there: 'editor' },
  'stranger, viewer': { studio: 'viewer', there: 'viewer' },
  newcomer: { studio: 'producer' },
  owner: { studio: 'producer', here: 'owner' },
  'producer of the project': { studio: 'producer', here: 'producer' },
  'director of the project': { studio: 'director', here: 'director' },
  'editor of the project': { studio: 'editor', here: 'editor' },
  'viewer of the project': { studio: 'editor', here: 'viewer' },
  // A studio's viewer looks on, whatever a project made them.
  'viewer who would edit': { studio: 'viewer', here: 'editor' },
} as const satisfies Record<string, Person>
export type Name = keyof typeof PEOPLE | 'nobody'

/** Who asks, and with what. */
export interface Caller {
  who: Name
  /** What a cell is called by. */
  name: string
  headers: Record<string, string>
  userId: string | null
}

/** Whoever is asked by their key, too; a worker has nothing else. */
const BY_KEY: Name[] = ['worker', 'stranger, editor', 'editor of the project', 'viewer of the project']

const PASSWORD = 'long-enough-1'

async function makePerson(payload: Payload, name: keyof typeof PEOPLE) {
  const email = `${unique(name.replaceAll(/\W+/g, '-'))}@example.org`
  const key = crypto.randomUUID()
  const { id } = await payload.create({
    collection: 'users',
    data: { name, email, password: PASSWORD, role: PEOPLE[name].studio, enableAPIKey: true, apiKey: key },
  })
  return { id: String(id), email, key }
}

/** Headers of a session that has just begun. */
export async function signIn(payload: Payload, email: string): Promise<Record<string, string>> {
  const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return { authorization: `JWT ${token}` }
}

export interface People {
  callers: Caller[]
  ids: Record<keyof typeof PEOPLE, string>
  emails: Record<keyof typeof PEOPLE, string>
}

/** Makes them all. The first one is the studio's admin, as the first user of a studio is. */
export async function makePeople(payload: Payload): Promise<People> {
  const callers: Caller[] = [{ who: 'nobody', name: 'nobody', headers: {}, userId: null }]
  const ids = {} as People['ids']
  const emails = {} as People['emails']
  for (const who of Object.keys(PEOPLE) as Array<keyof typeof PEOPLE>) {
    const { id, email, key } = await makePerson(payload, who)
    ids[who] = id
    emails[who] = email
    if (who !== 'worker') callers.push({ who, name: who, headers: await signIn(payload, email), userId: id })
    if (BY_KEY.includes(who)) {
      const headers = { authorization: `users API-Key ${key}` }
      callers.push({ who, name: `${who} by key`, headers, userId: id })
    }
  }
  return { callers, ids, emails }
}

/** The members of the one project, or of the other. */
export const membersOf = (ids: People['ids'], which: 'here' | 'there') =>
  (Object.entries(PEOPLE) as Array<[keyof typeof PEOPLE, Person]>).flatMap(([name, person]) => {
    const role = person[which]
    return role && role !== 'owner' ? [{ user: ids[name], role }] : []
  })
