import type { SanitizedCollectionConfig } from 'payload'
import type { Answer, Door, Wish } from './answers'
import { changeOf, KINDS, makeOne } from './documents'
import { judgeAllowed, judgeHidden, judgeRefused, judgeUnchanged } from './judge'
import type { Ledger } from './ledger'
import { isFor, isForElsewhere, type Level } from './levels'
import { levelOf, OPERATIONS, type Operation, READS } from './operations'
import { type Caller, PEOPLE } from './people'
import type { Stage } from './stage'
import { oldestVersion, storedOf } from './stored'
import { FILELESS, type Row } from './table'

const OF_MANY: Operation[] = ['change many', 'delete many']
/** What takes a document away: each who may do it gets one of their own. */
const TAKES: Operation[] = ['put into the trash', 'delete', 'delete many']
const LISTS: Operation[] = ['list', 'look at versions']

const NO_ID = 'nothing-of-the-kind'

interface Try {
  stage: Stage
  ledger: Ledger
  door: Door
  collection: SanitizedCollectionConfig
  row: Row
}

/** Every operation that a collection has: there is no trash and no copy of some. */
export const operationsOf = (collection: SanitizedCollectionConfig): Operation[] =>
  (Object.keys(OPERATIONS) as Operation[]).filter(
    (operation) =>
      !(operation === 'put into the trash' && !collection.trash) &&
      !(operation === 'duplicate' && collection.disableDuplicate),
  )

const wishFor = async (stage: Stage, slug: string, operation: Operation, id: string): Promise<Wish> => {
  const makes = operation === 'create' || operation === 'duplicate'
  return {
    slug,
    operation,
    id,
    version: (await versionOf(stage, slug, id)) ?? id,
    data: makes ? (KINDS[slug]?.data?.(stage) ?? { alt: 'Tried', project: stage.here.project.id }) : changeOf(slug),
  }
}

async function versionOf({ payload }: Stage, slug: string, id: string): Promise<string | null> {
  return payload.collections[slug as 'projects'].config.versions ? oldestVersion(payload, slug, id) : null
}

/** A read: shown to those it is for, and nothing of it to others. */
async function tryRead(args: Try, operation: Operation, level: Level, caller: Caller): Promise<string | null> {
  const { stage, door, collection } = args
  const { slug } = collection
  const id = stage.targets.here[slug] as string
  const wish = await wishFor(stage, slug, operation, id)
  const answer = (await door.ask(caller.headers, wish)) as Answer
  const shown = operation.startsWith('look at') ? wish.version : id
  if (operation === 'ask for rights') return judgeRights(args, caller, answer)
  if (!isFor(level, caller.who)) {
    if (operation === 'count') {
      if (answer.status === 200) return answer.total === 0 ? null : `is counted: ${answer.text.slice(0, 100)}`
      return judgeRefused(answer, level === 'none')
    }
    return LISTS.includes(operation)
      ? judgeHidden(answer, [shown], level === 'none')
      : judgeRefused(answer, level === 'none')
  }
  if (operation === 'count') return answer.total === 1 ? null : `is not counted: ${answer.text.slice(0, 100)}`
  // A list of theirs has nothing of the other project in it.
  const other = stage.targets.there[slug] as string
  if (operation === 'list' && !isForElsewhere(level, caller.who) && answer.ids.includes(other))
    return 'shows the other project'
  return judgeAllowed(answer, shown)
}

/** The same is said of what somebody may not see and of what is not there. */
async function judgeRights({ stage, door, collection, row }: Try, caller: Caller, answer: Answer) {
  if (answer.status >= 500) return `${answer.status}`
  if (isFor(row.read, caller.who)) return null
  const wish = await wishFor(stage, collection.slug, 'ask for rights', NO_ID)
  const ofNothing = (await door.ask(caller.headers, wish)) as Answer
  const isAlike = ofNothing.status === answer.status && ofNothing.text === answer.text
  return isAlike ? null : `tells it from what is not there: ${answer.status} ${answer.text.slice(0, 80)}`
}

/** A change by somebody it is not for: nothing that is stored is another. */
async function tryForbidden(args: Try, operation: Operation, level: Level, caller: Caller, id: string) {
  const { stage, door, collection } = args
  const before = await storedOf(stage.payload, collection.slug, id)
  const wish = await wishFor(stage, collection.slug, operation, id)
  const answer = (await door.ask(caller.headers, wish)) as Answer
  return judgeUnchanged(answer, {
    isOfMany: OF_MANY.includes(operation),
    isForNobody: level === 'none',
    isAsBefore: before === (await storedOf(stage.payload, collection.slug, id)),
  })
}

/** A change by somebody it is for: it is done, and what is stored is another. */
async function tryAllowed(args: Try, operation: Operation, caller: Caller): Promise<string | null> {
  const { stage, door, collection } = args
  const { slug } = collection
  const id = TAKES.includes(operation) ? await makeOne(stage, slug) : (stage.targets.here[slug] as string)
  const before = await storedOf(stage.payload, slug, id)
  const answer = (await door.ask(caller.headers, await wishFor(stage, slug, operation, id))) as Answer
  const found = judgeAllowed(answer, null)
  if (found) return found
  return before === (await storedOf(stage.payload, slug, id)) ? `says that it worked, and changed nothing` : null
}

/** Everybody, with every wish, at one collection by one door. */
export async function tryCollection(args: Try): Promise<void> {
  const { stage, ledger, door, collection, row } = args
  const { slug } = collection
  for (const operation of operationsOf(collection)) {
    const what = `${door.name}: ${operation} ${slug}`
    const level = door.name === 'GraphQL' && FILELESS[slug]?.includes(operation) ? 'none' : levelOf(row, operation)
    const probe = await wishFor(stage, slug, operation, stage.targets.here[slug] as string)
    if ((await door.ask({}, probe)) === null) continue
    const isRead = READS.includes(operation)
    for (const caller of stage.people.callers) {
      if (isRead) ledger.write(what, caller.name, await tryRead(args, operation, level, caller))
      else if (!isFor(level, caller.who))
        ledger.write(what, caller.name, await tryForbidden(args, operation, level, caller, stage.targets.here[slug] as string))
    }
    if (isRead || operation === 'create') continue
    // Whoever belongs to the one project is a stranger in the other.
    for (const caller of stage.people.callers) {
      const isOfHere = caller.who !== 'nobody' && 'here' in PEOPLE[caller.who]
      if (!isOfHere || isForElsewhere(level, caller.who)) continue
      const found = await tryForbidden(args, operation, level, caller, stage.targets.there[slug] as string)
      ledger.write(what, `${caller.name}, elsewhere`, found)
    }
  }
  // Last, for what others were refused must still be there.
  for (const operation of operationsOf(collection).filter((each) => !READS.includes(each))) {
    const what = `${door.name}: ${operation} ${slug}`
    const level = door.name === 'GraphQL' && FILELESS[slug]?.includes(operation) ? 'none' : levelOf(row, operation)
    if (level === 'none' || (operation === 'delete many' && door.name === 'GraphQL')) continue
    for (const caller of stage.people.callers.filter(({ who }) => isFor(level, who)))
      ledger.write(what, caller.name, await tryAllowed(args, operation, caller))
  }
}
