import type { SanitizedCollectionConfig } from 'payload'
import type { Answer, Door, Wish } from './answers'
import { changeOf, KINDS, makeOne } from './documents'
import { judgeAllowed, judgeHidden, judgeRefused, judgeUnchanged } from './judge'
import type { Ledger } from './ledger'
import { isFor, isForElsewhere, type Level } from './levels'
import { levelOf, OPERATIONS, type Operation, READS } from './operations'
import type { Caller, Name } from './people'
import { bringMembersBack, hasItsMembers, type Stage } from './stage'
import { latestVersion, storedOf } from './stored'
import { NOT_BY, type Row, TAKEN_OTHERWISE } from './table'

const OF_MANY: Operation[] = ['change many', 'delete many']
/** What takes a document away: each who may do it gets one of their own. */
const TAKES: Operation[] = ['put into the trash', 'delete', 'delete many']
const LISTS: Operation[] = ['list', 'look at versions']
/** Who tries the other project, too: people of the one are strangers in the other. */
const ELSEWHERE: Name[] = ['owner', 'viewer of the project']

const NO_ID = 'nothing-of-the-kind'

interface Try {
  stage: Stage
  ledger: Ledger
  door: Door
  collection: SanitizedCollectionConfig
  row: Row
}

/** Every operation that a collection has by a door: there is no trash and no copy of some. */
const operationsOf = ({ door, collection }: Try): Operation[] =>
  (Object.keys(OPERATIONS) as Operation[]).filter(
    (operation) =>
      !(operation === 'put into the trash' && !collection.trash) &&
      !(operation === 'duplicate' && collection.disableDuplicate) &&
      !TAKEN_OTHERWISE[`${door.name} ${collection.slug}`]?.includes(operation) &&
      door.has(collection, operation),
  )

const levelAt = ({ door, collection, row }: Try, operation: Operation): Level =>
  NOT_BY[`${door.name} ${collection.slug}`]?.includes(operation) ? 'none' : levelOf(row, operation)

/**
 * Everybody by REST; what GraphQL asks goes the same way from there, and what MongoDB is asked was decided before, so
 * that one of each kind tries those. `EVERY_DOOR=1` has everybody try all.
 */
const ONE_OF_EACH: Name[] = [
  'nobody',
  'worker',
  'stranger, producer',
  'stranger, viewer',
  'owner',
  'editor of the project',
  'viewer of the project',
]

const callersAt = ({ stage, door }: Try): Caller[] => {
  const isForAll = process.env.EVERY_DOOR || (door.name === 'REST' && stage.payload.db.name !== 'mongoose')
  return stage.people.callers.filter(
    ({ name, who }) => isForAll || (ONE_OF_EACH.includes(who) && (who === 'worker' || name === who)),
  )
}

const wishFor = async (
  stage: Stage,
  slug: string,
  operation: Operation,
  id: string,
  caller?: Caller,
): Promise<Wish> => {
  const kind = KINDS[slug]
  const made = () => kind?.data?.(stage) ?? { alt: 'Tried', project: stage.here.project.id }
  const data =
    operation === 'create'
      ? made()
      : operation === 'duplicate'
        ? { ...made(), ...kind?.copy?.() }
        : changeOf(slug, caller?.userId ?? null)
  const hasVersions = Boolean(stage.payload.collections[slug as 'projects'].config.versions)
  const asksVersion = operation === 'look at a version' || operation === 'restore a version'
  const version = hasVersions && asksVersion ? await latestVersion(stage.payload, slug, id) : null
  return { slug, operation, id, version: version ?? id, data }
}

/** A read: shown to those it is for, and nothing of it to others. */
async function tryRead(
  args: Try,
  operation: Operation,
  level: Level,
  caller: Caller,
): Promise<string | null> {
  const { stage, door, collection } = args
  const { slug } = collection
  const id = stage.targets.here[slug] as string
  const wish = await wishFor(stage, slug, operation, id)
  const answer = await door.ask(caller.headers, wish)
  if (operation === 'ask for rights') return judgeRights(args, caller, answer)
  const shown = operation === 'look at a version' ? wish.version : id
  if (!isFor(level, caller.who)) {
    if (operation === 'count' && answer.status === 200)
      return answer.total === 0 ? null : `is counted: ${answer.text.slice(0, 100)}`
    return LISTS.includes(operation)
      ? judgeHidden(answer, shown, level === 'none')
      : judgeRefused(answer, level === 'none')
  }
  if (operation === 'count') return answer.total === 1 ? null : `is not counted: ${answer.text.slice(0, 100)}`
  const other = stage.targets.there[slug] as string
  if (operation === 'list' && !isForElsewhere(level, caller.who) && answer.text.includes(other))
    return 'shows the other project'
  return judgeAllowed(answer, shown)
}

/** The same is said of what somebody may not see and of what is not there. */
async function judgeRights({ stage, door, collection, row }: Try, caller: Caller, answer: Answer) {
  if (answer.status >= 500) return `${answer.status} ${answer.text.slice(0, 100)}`
  if (isFor(row.read, caller.who)) return judgeAllowed(answer, null)
  const wish = await wishFor(stage, collection.slug, 'ask for rights', NO_ID)
  const ofNothing = await door.ask(caller.headers, wish)
  const isAlike = ofNothing.status === answer.status && ofNothing.text === answer.text
  return isAlike ? null : `tells it from what is not there: ${answer.status} ${answer.text.slice(0, 80)}`
}

/** Those whom a change is not for, one after the other: nothing that is stored is another. */
async function tryForbidden(
  args: Try,
  operation: Operation,
  level: Level,
  which: 'here' | 'there',
  callers: Caller[],
): Promise<void> {
  const { stage, ledger, door, collection } = args
  const { slug } = collection
  const id = stage.targets[which][slug] as string
  const before = await storedOf(stage.payload, slug, id)
  const answers: Answer[] = []
  for (const caller of callers)
    answers.push(await door.ask(caller.headers, await wishFor(stage, slug, operation, id, caller)))
  // Looked at once: where something was changed, each of them is asked by its answer, and all if none tells.
  const isAsBefore = before === (await storedOf(stage.payload, slug, id))
  const found = answers.map((answer) =>
    judgeUnchanged(answer, {
      isOfMany: OF_MANY.includes(operation),
      isForNobody: level === 'none',
    }),
  )
  const isUntold = !isAsBefore && found.every((each) => each === null)
  for (const [index, { name }] of callers.entries())
    ledger.write(
      `${door.name}: ${operation} ${slug}`,
      which === 'here' ? name : `${name}, elsewhere`,
      isUntold ? 'one of those whom it is not for changed what is stored' : (found[index] ?? null),
    )
}

/** Whatever somebody may change of a project: who belongs to it is for who manages it. */
async function judgeMembers(stage: Stage, { who }: Caller): Promise<string | null> {
  if (await hasItsMembers(stage)) return null
  await bringMembersBack(stage)
  return isFor('managers', who) ? null : 'changed who belongs to the project'
}

/** A lock that was taken over is its owner’s again: whose it is decides who may do what. */
async function giveBack({ payload, targets, people }: Stage, slug: string): Promise<void> {
  if (slug !== 'payload-locked-documents') return
  const user = { relationTo: 'users', value: people.ids.owner }
  await payload.db.updateOne({ collection: slug, id: targets.here[slug] as string, data: { user } })
}

/** A change by somebody it is for: it is done, and what is stored is another. */
async function tryAllowed(args: Try, operation: Operation, caller: Caller): Promise<string | null> {
  const { stage, door, collection } = args
  const { slug } = collection
  const id = TAKES.includes(operation) ? await makeOne(stage, slug) : (stage.targets.here[slug] as string)
  const before = await storedOf(stage.payload, slug, id)
  const answer = await door.ask(caller.headers, await wishFor(stage, slug, operation, id, caller))
  const found = judgeAllowed(answer, null) ?? (slug === 'projects' ? await judgeMembers(stage, caller) : null)
  if (found) return found
  return before === (await storedOf(stage.payload, slug, id))
    ? 'says that it worked, and changed nothing'
    : null
}

/** Everybody, with every wish, at one collection by one door. */
export async function tryCollection(args: Try): Promise<void> {
  const { stage, ledger, door, collection } = args
  const callers = callersAt(args)
  const operations = operationsOf(args)
  for (const operation of operations) {
    const level = levelAt(args, operation)
    const what = `${door.name}: ${operation} ${collection.slug}`
    if (READS.includes(operation)) {
      const found = await Promise.all(callers.map((caller) => tryRead(args, operation, level, caller)))
      for (const [index, { name }] of callers.entries()) ledger.write(what, name, found[index] ?? null)
      continue
    }
    const forbidden = callers.filter(({ who }) => !isFor(level, who))
    await tryForbidden(args, operation, level, 'here', forbidden)
    if (operation === 'create') continue
    const strange = callers.filter(
      ({ who, name }) => name === who && ELSEWHERE.includes(who) && !isForElsewhere(level, who),
    )
    await tryForbidden(args, operation, level, 'there', strange)
  }
  // Last, for what others were refused must still be there.
  for (const operation of operations.filter((each) => !READS.includes(each))) {
    const level = levelAt(args, operation)
    for (const caller of callers.filter(({ who }) => isFor(level, who))) {
      const found = await tryAllowed(args, operation, caller)
      ledger.write(`${door.name}: ${operation} ${collection.slug}`, caller.name, found)
      await giveBack(stage, collection.slug)
    }
  }
}
