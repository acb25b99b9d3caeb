import type { Payload } from 'payload'
import { relationId } from '@/lib/ids'
import type { Character } from '@/payload-types'
import { canonicalName } from '@/screenplay'

type Cast = Pick<Character, 'name' | 'canonicalName' | 'visualDesign'>

const ownName = ({ name, canonicalName: canonical }: Cast): string => canonical ?? canonicalName(name)

/** The names under which those are drawn and voiced who are called otherwise by now. Canonical. */
export const namesCastAs = (people: readonly Cast[]): Set<string> =>
  new Set(people.flatMap(({ visualDesign }) => visualDesign?.castAs || []).map(canonicalName))

/**
 * The name from which somebody's face, dress and voice are found: that under which they first were, which no renaming
 * changes. Somebody new who is called as another one was is somebody else, and looks like it.
 *
 * @param taken of the same project: see {@link namesCastAs}
 */
export function castName(person: Cast, taken: ReadonlySet<string>): string {
  const castAs = person.visualDesign?.castAs
  if (castAs) return canonicalName(castAs)
  const own = ownName(person)
  return taken.has(own) ? `${own} 2` : own
}

/** The names that are {@link namesCastAs taken} in a project. */
export async function takenCastNames(payload: Payload, projectId: string | null): Promise<Set<string>> {
  if (projectId === null) return new Set()
  const { docs } = await payload.find({
    collection: 'characters',
    where: { and: [{ project: { equals: projectId } }, { 'visualDesign.castAs': { exists: true } }] },
    select: { name: true, visualDesign: true },
    depth: 0,
    pagination: false,
    joins: false,
    overrideAccess: true,
  })
  return namesCastAs(docs as Cast[])
}

/**
 * What somebody who is renamed is {@link castName cast as} from then on; null where they go by that name again, or
 * where nobody has drawn or voiced them yet: then nothing is lost, and their looks are found by the name that they have.
 *
 * @param isDrawn whether a shot has them in frame; asked for where nothing else tells
 */
export async function castAsAfterRename(
  before: Cast & { voiceProfile?: Character['voiceProfile'] },
  nextName: string,
  isDrawn: () => Promise<boolean>,
): Promise<string | null> {
  const known = before.visualDesign?.castAs || null
  if (known) return canonicalName(known) === canonicalName(nextName) ? null : known
  if (canonicalName(before.name) === canonicalName(nextName)) return null
  const isVoiced = relationId(before.voiceProfile?.voice) !== null
  return isVoiced || (await isDrawn()) ? before.name : null
}
