import { NotFound } from '@/errors'

interface UpdateArgs {
  id?: string | number
  collection: string
  returning?: boolean
}

interface Adapter {
  updateOne(this: unknown, args: UpdateArgs): Promise<unknown>
  findOne(args: { collection: string; where: object; select: object }): Promise<unknown>
}

/**
 * Payload reads a document, and writes it a little later. What somebody else has deleted in between is not there any
 * more, which the adapter answers with nothing, or with whatever fault of the database comes of it; Payload fails on
 * either. Who changed it is told that it is gone.
 */
export function sayWhatIsGone(adapter: object): void {
  const own = adapter as Adapter
  const updateOne = own.updateOne
  own.updateOne = async function updateOrGone(args) {
    const { id, collection, returning } = args
    const gone = () => new NotFound(collection.replace(/s$/, ''), String(id))
    let result: unknown
    try {
      result = await updateOne.call(this, args)
    } catch (error) {
      if (id === undefined || !isProgramFault(error)) throw error
      const there = await own.findOne({ collection, where: { id: { equals: id } }, select: { id: true } })
      throw there ? error : gone()
    }
    if (id !== undefined && returning !== false && !result) throw gone()
    return result
  }
}

/** Not one that says already what is wrong: a taken number, a conflict. */
const isProgramFault = (error: unknown): boolean => typeof (error as { status?: unknown }).status !== 'number'
