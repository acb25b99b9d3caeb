interface Args {
  collection: string
  where?: unknown
}
interface Adapter {
  findOne(args: Args): Promise<{ id: string } | null>
  deleteOne(this: unknown, args: Args): Promise<unknown>
}

/**
 * Payload deletes a preference by key and user. Its adapter asks for the user by a table that the query does not join
 * (drizzle/deleteOne), which fails: the preference is found first, and deleted by its id.
 */
export function deletePreferenceById(adapter: object): void {
  const own = adapter as Adapter
  const deleteOne = own.deleteOne
  own.deleteOne = async function findAndDelete(args) {
    if (args.collection !== 'payload-preferences') return deleteOne.call(this, args)
    const found = await own.findOne(args)
    return found ? deleteOne.call(this, { ...args, where: { id: { equals: found.id } } }) : null
  }
}
