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

const PASSWORD = 'long-enough-1'

async function makePerson(payload: Payload, name: keyof typeof PEOPLE) {
  const email = `${unique(name.replaceAll(/\W+/g, '-'))}@example.org`
  const key = crypto.randomUUID()
  const role = PEOPLE[name].studio
  // People sign in as themselves; workers have nothing but their key.
  const byKey = role === 'worker' ? { enableAPIKey: true, apiKey: key } : {}
  const { id } = await payload.create({
    collection: 'users',
    data: { name, email, password: PASSWORD, role, ...byKey },
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
  const callers: Caller[] = [
    { who: 'nobody', name: 'nobody', headers: {}, userId: null },
    {
      who: 'nobody',
      name: 'nobody by a made-up key',
      headers: { authorization: `users API-Key ${crypto.randomUUID()}` },
      userId: null,
    },
  ]
  const ids = {} as People['ids']
  const emails = {} as People['emails']
  for (const who of Object.keys(PEOPLE) as Array<keyof typeof PEOPLE>) {
    const { id, email, key } = await makePerson(payload, who)
    ids[who] = id
    emails[who] = email
    const headers =
      who === 'worker' ? { authorization: `users API-Key ${key}` } : await signIn(payload, email)
    callers.push({ who, name: who === 'worker' ? 'worker by key' : who, headers, userId: id })
  }
  return { callers, ids, emails }
}

/** The members of the one project, or of the other. */
export const membersOf = (ids: People['ids'], which: 'here' | 'there') =>
  (Object.entries(PEOPLE) as Array<[keyof typeof PEOPLE, Person]>).flatMap(([name, person]) => {
    const role = person[which]
    return role && role !== 'owner' ? [{ user: ids[name], role }] : []
  })
