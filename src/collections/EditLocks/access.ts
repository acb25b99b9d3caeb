import type { Access, PayloadRequest } from 'payload'
import { actorOf, NOTHING } from '@/access'
import { relationId } from '@/lib/ids'
import { changeable } from './mayChange'

/** A lock as it is stored. Those of globals are on no document; there are none. */
interface Lock {
  id: string
  document?: { relationTo: string; value: unknown } | null
  user?: { relationTo: string; value: unknown } | null
}

/** One look-up per request: access is asked several times in one. */
const known = new WeakMap<PayloadRequest, Promise<{ own: string[]; inReach: string[] }>>()

async function locksFor(req: PayloadRequest, userId: string) {
  const { docs } = await req.payload.find({
    collection: 'payload-locked-documents',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const locks = docs as unknown as Lock[]
  const collections = new Set(locks.flatMap(({ document }) => document?.relationTo ?? []))
  const inReach: string[] = []
  for (const collection of collections) {
    const here = locks.filter(({ document }) => document?.relationTo === collection)
    const idOf = ({ document }: Lock) => relationId(document?.value) ?? ''
    const ids = await changeable(req, collection, here.map(idOf))
    inReach.push(...here.filter((lock) => ids.has(idOf(lock))).map(({ id }) => id))
  }
  const own = locks.filter(({ user }) => relationId(user?.value) === userId).map(({ id }) => id)
  return { own, inReach }
}

const where =
  (which: 'own' | 'inReach'): Access =>
  async ({ req }) => {
    const actor = actorOf(req)
    if (!actor) return false
    let pending = known.get(req)
    if (!pending) {
      pending = locksFor(req, actor.id)
      known.set(req, pending)
    }
    const locks = await pending
    const ids = which === 'own' ? locks.own : [...new Set([...locks.own, ...locks.inReach])]
    return ids.length > 0 ? { id: { in: ids } } : NOTHING
  }

/**
 * Who holds a document concerns those who may change it; the others just look at it, as if nobody held it. Payload's own
 * would show, give and take every lock to and from everybody who is signed in.
 */
export const lockAccess = {
  /** Payload makes them by itself, for who types. */
  create: () => false,
  read: where('inReach'),
  /** To take it over; see {@link forOneself}. */
  update: where('inReach'),
  delete: where('own'),
}
