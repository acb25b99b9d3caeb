import type { PayloadRequest, Where } from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import { canonicalName } from '@/screenplay'
import { aliasesOf, byName } from './byName'
import { giveUpNames, reserveNames } from './reserveNames'

/** What goes by several names, by which scripts find it. */
export type NamedSlug = 'characters' | 'locations'

interface Named {
  id?: unknown
  name?: string | null
  aliases?: string[] | null
  project?: unknown
  world?: unknown
  deletedAt?: string | null
}

/** Who has a name, and whether as the one that they are called by. */
export interface NameHolder {
  name: string
  isAlias: boolean
}

/** Of one's own project; of those that have none, of one's own world. Null where neither is known. */
function scopeOf(doc: Named): Where | null {
  const [project, world] = [relationId(doc.project), relationId(doc.world)]
  if (project) return { project: { equals: project } }
  return world ? { world: { equals: world } } : null
}

/** Canonical name → who else has it among those that a script of the same project could mean. */
export async function namesOfOthers(
  req: Pick<PayloadRequest, 'payload'>,
  collection: NamedSlug,
  doc: Named,
): Promise<Map<string, NameHolder>> {
  const scope = scopeOf(doc)
  if (!scope) return new Map()
  const others = doc.id ? [{ id: { not_equals: doc.id } }] : []
  const { docs } = await req.payload.find({
    collection,
    where: { and: [scope, ...others] },
    select: { name: true, aliases: true },
    depth: 0,
    joins: false,
    pagination: false,
    overrideAccess: true,
    req: req as PayloadRequest,
  })
  return byName(docs, ({ name }, isAlias) => ({ name, isAlias }))
}

/** Names that documents are given in one request: a bulk change writes many at once, and none of them sees the others. */
const given = new WeakMap<PayloadRequest, Map<string, { id: unknown; holder: NameHolder }>>()

function giveInRequest(
  req: PayloadRequest,
  key: string,
  id: unknown,
  holder: NameHolder,
): NameHolder | undefined {
  const names = given.get(req) ?? new Map()
  given.set(req, names)
  const before = names.get(key)
  if (before && before.id !== id) return before.holder
  // One that is being made has no id yet, and is found in the database by who comes after it.
  if (id !== undefined) names.set(key, { id, holder })
  return undefined
}

const own = (doc: Named | undefined): Set<string> =>
  new Set(doc?.name ? [doc.name, ...aliasesOf(doc)].map(canonicalName) : [])

/**
 * Refuses a name or alias that another one has as an alias, and an alias that another one is called by. What was there
 * before is not asked again, but on the way out of the trash. Two who are called alike may be: a crowd has several guards.
 *
 * Of several who are given a name at the same moment one gets it.
 *
 * @param data what is written; what it does not have stays
 * @throws {ValidationError} naming every field, and whose the name is
 * @throws {Conflict} where somebody else is being given the name, and does not get done
 */
export async function assertNamesFree(
  req: PayloadRequest,
  collection: NamedSlug,
  data: Named,
  original?: Named,
): Promise<void> {
  const isReturning = Boolean(original?.deletedAt) && data.deletedAt === null
  const known = isReturning ? new Set<string>() : own(original)
  const next = { ...original, ...data }
  const scope = JSON.stringify([collection, scopeOf(next)])
  const keeps = next.deletedAt ? new Set<string>() : own(next)
  const givenUp = [...own(original)].filter((name) => !keeps.has(name))
  await giveUpNames(req.payload, scope, givenUp)
  const asked: Array<{ field: string; typed: string; isAlias: boolean }> = [
    ...(next.name ? [{ field: 'name', typed: next.name, isAlias: false }] : []),
    ...aliasesOf(next).map((typed, index) => ({ field: `aliases.${index}`, typed, isAlias: true })),
  ].filter(({ typed }) => typed && !known.has(canonicalName(typed)))
  if (asked.length === 0) return
  const problemsAmong = (others: Map<string, NameHolder>) =>
    asked.flatMap(({ field, typed, isAlias }): FieldProblem[] => {
      const canonical = canonicalName(typed)
      const holder =
        others.get(canonical) ??
        giveInRequest(req, `${scope}${canonical}`, next.id, { name: String(next.name), isAlias })
      if (!holder || (!isAlias && !holder.isAlias)) return []
      const how = holder.isAlias ? `another name of ${holder.name}` : `the name of ${holder.name}`
      return [{ field, message: `is ${typed}, which is ${how} already` }]
    })
  const problems = problemsAmong(await namesOfOthers(req, collection, next))
  if (problems.length > 0) throw new ValidationError(problems)
  if (scopeOf(next) === null) return
  // Outside of the request: its transaction does not see what others have written since it began.
  const lookAgain = async () => problemsAmong(await namesOfOthers({ payload: req.payload }, collection, next))
  await reserveNames(
    req.payload,
    scope,
    next.id ? String(next.id) : null,
    asked.map(({ typed, isAlias }) => ({ name: canonicalName(typed), isAlias })),
    async () => (await lookAgain()).length === 0,
  )
  const late = await lookAgain()
  if (late.length > 0) throw new ValidationError(late)
}
