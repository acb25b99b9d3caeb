import { type Collections, type Step, stepsOf } from './fieldAt'

/** A path of a question, as it is followed. */
export interface Followed {
  /** As the caller knows it. */
  place: string
  path: string
  steps: ReadonlyArray<Step | null>
}

/** What of a path of this collection's comes along with its documents: the collections of its relations. */
function broughtBy(steps: Followed['steps']): string[] {
  return steps.flatMap((step, at) => {
    if (step === null || step === 'id') return []
    if (step.type === 'join') return [step.collection].flat()
    if (step.type !== 'relationship' && step.type !== 'upload') return []
    const isLast = at === steps.length - 1 || (at === steps.length - 2 && steps.at(-1) === 'id')
    return (!isLast || step.hasMany) && typeof step.relationTo === 'string' ? [step.relationTo] : []
  })
}

/** Of a path inside of JSON, the name of the JSON's column in its table; null for one of versions, which no other has. */
function columnOf({ path, steps }: Followed): { name: string; isOfList: boolean } | null {
  const own = steps.slice(0, -1)
  const names = path.replace(/__/g, '.').split('.')
  const isOfVersion = names[0] === 'version' && own[0] !== 'id' && own[0]?.name !== 'version'
  if (isOfVersion) return null
  const list = own.findLastIndex((step) => step !== null && step !== 'id' && step.type === 'array')
  return { name: names.slice(list + 1, own.length).join('.'), isOfList: list >= 0 }
}

/**
 * Payload's adapter for SQLite names the column of JSON without its table (`parseParams`). Where a related document comes
 * along that has one of the same name, the database cannot know which is meant.
 *
 * @param json the paths inside of JSON
 * @param all every path of the question, of its order too
 * @returns those of which that is so
 */
export function ofSameColumn(
  collections: Collections,
  slug: string,
  json: readonly Followed[],
  all: ReadonlyArray<Pick<Followed, 'steps'>>,
): Followed[] {
  const brought = new Set(all.flatMap(({ steps }) => broughtBy(steps)))
  return json.filter((each) => {
    const column = columnOf(each)
    if (!column) return false
    const beside = column.isOfList ? [slug, ...brought] : [...brought]
    return beside.some((to) => !stepsOf(collections, to, column.name).includes(null))
  })
}
