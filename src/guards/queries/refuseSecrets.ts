import {
  buildVersionCollectionFields,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import { type FieldProblem, ValidationError } from '@/errors'
import { relationIds } from '@/lib/ids'
import { isOwnOrder } from '@/lib/ownOrder'
import { stepsOf } from '../calls/fieldAt'
import { isOrder, isThroughList } from '../calls/pathProblem'
import { engineOf } from '../calls/queryProblems'
import { followPath, type Hop, type Way } from './followPath'
import { pathsOfOrder, pathsOfWhere } from './pathsOf'

interface Asked {
  sort?: unknown
  field?: unknown
  where?: Where
  trash?: boolean
  joins?: false | Record<string, false | { sort?: unknown; where?: unknown } | undefined>
}

/** Through the fields of the documents, or of their versions. */
function follow(req: PayloadRequest, collection: SanitizedCollectionConfig, path: string) {
  const { config } = req.payload
  const own = followPath(config, collection.flattenedFields, path)
  if (own !== 'unknown' || !collection.versions) return own
  return followPath(config, buildVersionCollectionFields(config, collection, true), path)
}

/** As Payload asks where no document is meant: an address that is one's own alone is nobody's then. */
async function isSecret(req: PayloadRequest, way: Way): Promise<boolean> {
  for (const read of way.reads) if (!(await read({ req }))) return true
  return false
}

const readAccess = (req: PayloadRequest, to: string) =>
  req.payload.collections[to as CollectionSlug].config.access.read({ req })

/** Whether a request may read every related document that a way leads over, from the documents that are asked for. */
async function mayReadAll(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { where = {}, trash }: Asked,
  hops: Hop[],
): Promise<boolean> {
  let here = { collection: collection.slug as string, where, trash }
  for (const { field, to, isSingle } of hops) {
    const allowed = await readAccess(req, to)
    if (allowed === false) return false
    const ofVersions =
      followPath(
        req.payload.config,
        req.payload.collections[here.collection as CollectionSlug].config.flattenedFields,
        field,
      ) === 'unknown'
    if (allowed !== true && (!isSingle || ofVersions)) return false
    if (!isSingle || ofVersions) {
      // All of them may be read; what those lead to is anybody's.
      here = { collection: to, where: {}, trash: true }
      continue
    }
    const { values } = await req.payload.findDistinct({
      collection: here.collection as CollectionSlug,
      field: field as never,
      where: here.where,
      trash: here.trash,
      depth: 0,
      overrideAccess: false,
      req,
    })
    const ids = relationIds(values.map((value) => (value as Record<string, unknown>)[field]))
    const related = { id: { in: ids } }
    // Of related documents alone: SQLite joins no more than 64 tables, which access to them may be half of.
    if (allowed !== true) {
      const { totalDocs } = await req.payload.count({
        collection: to as CollectionSlug,
        where: related,
        trash: true,
        overrideAccess: false,
        req,
      })
      if (totalDocs !== ids.length) return false
    }
    here = { collection: to, where: related, trash: true }
  }
  return true
}

/**
 * Before every operation in somebody's name: documents are looked for, put in order and told apart by fields alone that
 * they may see.
 *
 * Payload checks `where` so, and of `sort` what it can follow: a path to a hidden field of a related document counts as
 * none and is left out of the check (`validateSortQuery`), but not of the query. And the order of documents tells of
 * related ones that may not be read, which `where` leaves out.
 *
 * @throws {ValidationError} that names every such path; of an order in the same words as what is not there
 */
export const refuseSecrets: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  if (overrideAccess) return args
  const asked = args as Asked
  const refused: FieldProblem[] = []
  const engine = engineOf(req)

  const checkWhere = async (of: SanitizedCollectionConfig, where: unknown, field: string) => {
    for (const path of pathsOfWhere(where)) {
      const way = follow(req, of, path)
      // What is not there Payload refuses by itself.
      if (way === 'hidden' || (way !== 'unknown' && (await isSecret(req, way))))
        refused.push({ field, message: `names ${path}, by which nothing can be looked for` })
    }
  }
  const checkOrder = async (
    of: SanitizedCollectionConfig,
    sort: unknown,
    field: string,
    mayRead: (hops: Hop[]) => Promise<boolean>,
  ) => {
    let lists = 0
    for (const path of pathsOfOrder(sort)) {
      const way = follow(req, of, path)
      const steps = stepsOf(req.payload.collections, of.slug, path)
      const isKnown = isOrder({ path, steps, engine, isJoined: of !== collection })
      // Of two lists beside each other MongoDB refuses to make one order.
      if (isThroughList(steps)) lists += 1
      const isOpen =
        isKnown &&
        (engine === 'sqlite' || lists < 2) &&
        typeof way === 'object' &&
        !(await isSecret(req, way)) &&
        (await mayRead(way.hops))
      if (!isOpen) refused.push({ field, message: `names ${path}, by which nothing can be put in order` })
    }
  }

  const mayRead = (hops: Hop[]) => mayReadAll(req, collection, asked, hops)
  await checkWhere(collection, asked.where, 'where')
  if (refused.length === 0 && !isOwnOrder(asked.sort)) {
    await checkOrder(collection, asked.sort, 'sort', mayRead)
    await checkOrder(collection, asked.field, 'field', mayRead)
  }
  for (const [slug, joins] of Object.entries(collection.joins)) {
    const joined = req.payload.collections[slug as CollectionSlug].config
    for (const { joinPath } of joins ?? []) {
      const join = asked.joins ? asked.joins[joinPath] : undefined
      if (!join) continue
      await checkWhere(joined, join.where, `joins.${joinPath}.where`)
      const isOpen = async (hops: Hop[]) => {
        for (const { to } of hops) if ((await readAccess(req, to)) !== true) return false
        return true
      }
      await checkOrder(joined, join.sort, `joins.${joinPath}.sort`, isOpen)
    }
  }
  if (refused.length === 0) return args
  // A page of the admin shows its list in the order that it had last, whatever link set that: in none rather than nothing.
  const isOrderAlone = refused.every(({ field }) => field === 'sort')
  if (isOrderAlone && req.payloadAPI === 'local') return { ...args, sort: undefined } as typeof args
  throw new ValidationError(refused)
}
