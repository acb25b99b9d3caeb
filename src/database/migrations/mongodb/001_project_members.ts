import type { Payload } from 'payload'
import { report } from '../report'

/** Documents as they are stored. */
interface Stored {
  _id: unknown
  [key: string]: unknown
}
interface Person {
  user?: unknown
  role?: string
}
interface NativeCollection {
  find(filter: object, options?: object): AsyncIterable<Stored>
  bulkWrite(operations: object[], options?: object): Promise<unknown>
  dropIndex(name: string): Promise<unknown>
}

const BATCH = 500

/** The collections that hold projects: the documents, and their versions under `version.`. */
function holders(payload: Payload): Array<{ collection: NativeCollection; prefix: string }> {
  const db = payload.db as unknown as Record<
    'collections' | 'versions',
    Record<string, { collection: NativeCollection }>
  >
  const found = [
    { model: db.collections.projects, prefix: '' },
    { model: db.versions.projects, prefix: 'version.' },
  ]
  return found.flatMap(({ model, prefix }) => (model ? [{ collection: model.collection, prefix }] : []))
}

const at = (doc: Stored, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], doc)

type Change = (doc: Stored, prefix: string) => { set: object; unset: string[] }

/** Changes what the filter finds, in batches: what was changed is not found again, so a cut-off run goes on. */
async function changeAll(
  collection: NativeCollection,
  filter: object,
  prefix: string,
  change: Change,
): Promise<number> {
  let changed = 0
  let operations: object[] = []
  const flush = async () => {
    if (operations.length === 0) return
    await collection.bulkWrite(operations, { ordered: false })
    changed += operations.length
    operations = []
  }
  for await (const doc of collection.find(filter)) {
    const { set, unset } = change(doc, prefix)
    const fields = Object.fromEntries(unset.map((field) => [field, '']))
    operations.push({
      updateOne: {
        filter: { _id: doc._id },
        update: { $set: set, ...(unset.length > 0 ? { $unset: fields } : {}) },
      },
    })
    if (operations.length >= BATCH) await flush()
  }
  await flush()
  return changed
}

const listOf = (value: unknown): Person[] => (Array.isArray(value) ? (value as Person[]) : [])

async function dropIndex(collection: NativeCollection, name: string): Promise<void> {
  try {
    await collection.dropIndex(name)
  } catch (error) {
    // 27: there is no such index; 26: there is no such collection yet.
    if (![26, 27].includes((error as { code?: number }).code ?? 0)) throw error
  }
}

/** `collaborators` become `members`; what was counted as `episodeCount` is `episodesMade`; one genre is a list. */
export async function up({ payload }: { payload: Payload }): Promise<void> {
  const moved = { projects: 0, versions: 0, members: 0 }
  const notConverted: string[] = []
  for (const { collection, prefix } of holders(payload)) {
    const changed = await changeAll(
      collection,
      { [`${prefix}episodesMade`]: { $exists: false } },
      prefix,
      (doc) => {
        const people = listOf(at(doc, `${prefix}collaborators`))
        const members = people.filter(({ user }) => user !== null && user !== undefined)
        if (prefix === '') {
          moved.members += members.length
          for (const { role } of people.filter(({ user }) => user === null || user === undefined))
            notConverted.push(`${String(doc.title)}: somebody (${role}) whose user is gone`)
        }
        const genre = at(doc, `${prefix}genre`)
        return {
          set: {
            [`${prefix}members`]: members,
            [`${prefix}episodesMade`]: Number(at(doc, `${prefix}episodeCount`) ?? 0),
            [`${prefix}episodeCount`]: 0,
            ...(typeof genre === 'string' ? { [`${prefix}genre`]: [genre] } : {}),
          },
          unset: [`${prefix}collaborators`],
        }
      },
    )
    moved[prefix === '' ? 'projects' : 'versions'] = changed
    await dropIndex(collection, `${prefix}collaborators.user_1`)
  }
  report(payload, { name: '001_project_members', direction: 'up', moved, notConverted })
}

export async function down({ payload }: { payload: Payload }): Promise<void> {
  const moved = { projects: 0, versions: 0, collaborators: 0 }
  const notConverted: string[] = []
  for (const { collection, prefix } of holders(payload)) {
    const changed = await changeAll(
      collection,
      { [`${prefix}episodesMade`]: { $exists: true } },
      prefix,
      (doc) => {
        const collaborators = listOf(at(doc, `${prefix}members`))
        const planned = Number(at(doc, `${prefix}episodeCount`) ?? 0)
        if (prefix === '') {
          moved.collaborators += collaborators.length
          if (planned > 0) notConverted.push(`${String(doc.title)}: that ${planned} episodes are planned`)
        }
        return {
          set: {
            [`${prefix}collaborators`]: collaborators,
            [`${prefix}episodeCount`]: Number(at(doc, `${prefix}episodesMade`) ?? 0),
          },
          unset: [`${prefix}members`, `${prefix}episodesMade`],
        }
      },
    )
    moved[prefix === '' ? 'projects' : 'versions'] = changed
    await dropIndex(collection, `${prefix}members.user_1`)
  }
  report(payload, { name: '001_project_members', direction: 'down', moved, notConverted })
}
