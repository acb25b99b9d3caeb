import type { FlattenedField, Payload } from 'payload'
import type { RestAnswer } from '../restApi'
import { namesOf, type SendGraphql } from './graphql'
import type { Ledger } from './ledger'
import type { Name } from './people'
import type { Stage } from './stage'

type SendRest = (path: string, init?: RequestInit) => Promise<RestAnswer>

/** Relations of relations lead everywhere: two steps reach every user by every kind of field. */
const STEPS = 2

/** Who tries them: somebody who sees the project, somebody who sees all of them, and a stranger. */
const WHO: Name[] = ['viewer of the project', 'worker', 'stranger, editor']

/** Fields of a user that nobody reads but they themselves, or nobody at all. */
export const secretsOf = (payload: Payload): string[] =>
  payload.collections.users.config.flattenedFields
    .filter((field) => ('hidden' in field && field.hidden) || ('access' in field && field.access?.read))
    .map(({ name }) => name)

/** Every path of a collection that ends at a user: `createdBy`, `members.user`, `project.createdBy`. */
export function pathsToUsers(payload: Payload, slug: string): string[] {
  const inside = (fields: FlattenedField[], prefix: string, steps: number): string[] =>
    fields.flatMap((field) => {
      const path = `${prefix}${field.name}`
      if ('flattenedFields' in field) return inside(field.flattenedFields, `${path}.`, steps)
      const to = 'relationTo' in field ? field.relationTo : null
      if (to === 'users') return [path]
      if (typeof to !== 'string' || steps === 1) return []
      return inside(payload.collections[to as 'projects'].config.flattenedFields, `${path}.`, steps - 1)
    })
  return inside(payload.collections[slug as 'projects'].config.flattenedFields, '', STEPS)
}

/** The ways to ask by a field, with what each is called. */
const WAYS: Record<string, (slug: string, path: string) => string> = {
  sort: (slug, path) => `/${slug}?limit=1&depth=0&sort=${path}`,
  where: (slug, path) => `/${slug}?limit=1&depth=0&where[${path}][exists]=true`,
  count: (slug, path) => `/${slug}/count?where[or][0][${path}][not_equals]=x`,
}
const WAYS_OF_VERSIONS: typeof WAYS = {
  'sort versions': (slug, path) => `/${slug}/versions?limit=1&depth=0&sort=-version.${path}`,
  'where of versions': (slug, path) =>
    `/${slug}/versions?limit=1&depth=0&where[version.${path}][exists]=true`,
}

/** Refused, or about nothing: somebody who sees no document of a collection learns nothing from its order. */
const isHeld = ({ status, body }: RestAnswer): boolean =>
  (status >= 400 && status < 500) || body?.docs?.length === 0 || body?.totalDocs === 0

/** Every secret field of a user, by every path of a collection and every way to ask by it. */
export async function trySecrets(
  { stage, ledger, rest, graphql }: { stage: Stage; ledger: Ledger; rest: SendRest; graphql: SendGraphql },
  slug: string,
): Promise<void> {
  const { payload, people } = stage
  const { config } = payload.collections[slug as 'projects']
  if (!config.endpoints) return
  const ways = { ...WAYS, ...(config.versions ? WAYS_OF_VERSIONS : {}) }
  const users = slug === 'users' ? [''] : pathsToUsers(payload, slug).map((path) => `${path}.`)
  const callers = people.callers.filter(
    ({ who, name }) => WHO.includes(who) && (who === 'worker' || name === who),
  )
  for (const path of users.flatMap((prefix) => secretsOf(payload).map((name) => prefix + name))) {
    for (const [way, at] of Object.entries(ways))
      for (const caller of callers) {
        const answer = await rest(at(slug, path), { headers: caller.headers })
        const found = isHeld(answer) ? null : `${answer.status} by ${path}`
        ledger.write(`Secrets: ${way} ${slug}`, caller.name, found)
      }
  }
  if (slug === 'users') return
  const { plural } = namesOf(config)
  for (const path of users.map((prefix) => `${prefix.replaceAll('.', '__')}hash`))
    for (const caller of callers) {
      const { data, error } = await graphql(
        `{ it: ${plural}(sort: "-${path}") { docs { id } } }`,
        caller.headers,
      )
      const found = error || data.it.docs.length === 0 ? null : `by ${path}`
      ledger.write(`Secrets: sort ${slug} by GraphQL`, caller.name, found)
    }
}

/** Notes every answer that holds what is stored of somebody’s password or key. */
export class Watch {
  readonly found: string[] = []
  private values: string[] = []

  async learn(payload: Payload): Promise<void> {
    const { docs } = await payload.db.find<Record<string, unknown>>({
      collection: 'users',
      limit: 0,
      pagination: false,
    })
    this.values = docs.flatMap(({ hash, salt, apiKeyIndex }) =>
      [hash, salt, apiKeyIndex].filter((value): value is string => typeof value === 'string'),
    )
  }

  look(where: string, text: string): void {
    if (this.values.some((value) => text.includes(value))) this.found.push(where)
  }
}
