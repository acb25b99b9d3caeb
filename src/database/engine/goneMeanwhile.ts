import { Conflict, NotFound } from '@/errors'

interface UpdateArgs {
  id?: string | number
  collection: string
  returning?: boolean
}

interface DeleteArgs {
  collection: string
  returning?: boolean
  where: { id?: { equals?: unknown } }
}

interface VersionArgs {
  collectionSlug: string
  parent: string | number
}

interface Adapter {
  updateOne(this: unknown, args: UpdateArgs): Promise<unknown>
  deleteOne(this: unknown, args: DeleteArgs): Promise<unknown>
  createVersion(this: unknown, args: VersionArgs): Promise<unknown>
  findOne(args: { collection: string; where: object; select: object }): Promise<unknown>
}

const gone = (collection: string, id: unknown) => new NotFound(collection.replace(/s$/, ''), String(id))

/**
 * Payload reads a document, and writes it a little later. What somebody else has deleted in between is not there any
 * more, which the adapter answers with nothing, or with whatever fault of the database comes of it; Payload and hooks fail
 * on either. Who changed it, or deleted it as well, is told that it is gone.
 */
export function sayWhatIsGone(adapter: object): void {
  const own = adapter as Adapter
  const { updateOne, deleteOne, createVersion } = own

  /** What is to be said of a write that failed. */
  const explained = async (error: unknown, collection: string, id: unknown): Promise<unknown> => {
    if (!isProgramFault(error)) return error
    const there = await own.findOne({ collection, where: { id: { equals: id } }, select: { id: true } })
    return there ? error : gone(collection, id)
  }

  own.updateOne = async function updateOrGone(args) {
    const { id, collection, returning } = args
    if (id === undefined) return updateOne.call(this, args)
    const result = await updateOne.call(this, args).catch(async (error) => {
      throw await explained(error, collection, id)
    })
    if (returning !== false && !result) throw gone(collection, id)
    return result
  }

  own.deleteOne = async function deleteOrGone(args) {
    const { collection, returning, where } = args
    const result = await deleteOne.call(this, args)
    const id = where.id?.equals
    // Of its own collections Payload deletes what may not be there.
    const isExpected = id !== undefined && returning !== false && !collection.startsWith('payload-')
    if (isExpected && !result) throw gone(collection, id)
    return result
  }

  own.createVersion = async function createVersionOrGone(args) {
    const { collectionSlug, parent } = args
    return createVersion.call(this, args).catch(async (error) => {
      const said = await explained(error, collectionSlug, parent)
      // Versions go before their document: the adapter of SQLite reads the new one back, and there is none.
      if (said === error && (error instanceof TypeError || isOrphan(error)))
        throw new Conflict('Somebody removed the same at the same moment. Nothing was saved.')
      throw said
    })
  }
}

/** What names a row that is not there any more, by SQLite; drizzle says it of the statement that it wraps. */
const isOrphan = (error: unknown): boolean => {
  const { cause, message } = (error ?? {}) as { cause?: { message?: unknown }; message?: unknown }
  return /FOREIGN KEY constraint failed/.test(`${message} ${cause?.message}`)
}

/** Not one that says already what is wrong: a taken number, a conflict. */
const isProgramFault = (error: unknown): boolean => typeof (error as { status?: unknown }).status !== 'number'
