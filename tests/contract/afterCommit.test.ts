import { createLocalReq } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { engineOf } from '@/database/engine'
import { describeEngines } from './engines'
import { createProjectTree, unique } from './fixtures'

describeEngines('Work that follows from a change', (booted) => {
  const payload = () => booted().payload
  const log: string[] = []
  let projectId: string

  beforeAll(async () => {
    projectId = (await createProjectTree(payload())).project.id
  })

  const give = (transactionID: string | number | undefined, name: string, word = name) =>
    engineOf(payload()).afterCommit({ transactionID }, name, async () => {
      log.push(word)
    })
  const taken = () => log.splice(0)

  it('is done at once where there is no transaction', async () => {
    await give(undefined, 'count')
    expect(taken()).toEqual(['count'])
  })

  it('waits for the commit, is done once by its name, and never after a rollback', async () => {
    const { db } = payload()
    if (!engineOf(payload()).capabilities.hasTransactions) {
      expect(await db.beginTransaction()).toBeNull()
      return
    }
    const [kept, gone] = [await db.beginTransaction(), await db.beginTransaction()]
    for (const id of [kept, gone]) {
      if (id === null) throw new Error('There is no transaction.')
      await give(id, 'count', 'first')
      await give(id, 'count', 'last')
      await give(id, 'mark')
    }
    expect(taken()).toEqual([])
    await db.rollbackTransaction(gone as string)
    expect(taken()).toEqual([])
    await db.commitTransaction(kept as string)
    expect(taken()).toEqual(['last', 'mark'])
  })

  it('is the event of a change, which a rollback does not leave', async () => {
    const name = unique('Person')
    const change = async (isKept: boolean) => {
      const req = await createLocalReq({}, payload())
      const id = await payload().db.beginTransaction()
      if (id !== null) req.transactionID = id
      const doc = await payload().create({ collection: 'worlds', data: { name, project: projectId }, req })
      if (id !== null && isKept) await payload().db.commitTransaction(id)
      if (id !== null && !isKept) await payload().db.rollbackTransaction(id)
      return { doc, isThere: isKept || id === null }
    }
    for (const isKept of [true, false]) {
      const { doc, isThere } = await change(isKept)
      const { docs } = await payload().find({ collection: 'events', where: { entityId: { equals: doc.id } } })
      expect(docs.map(({ type }) => type)).toEqual(isThere ? ['world.created'] : [])
    }
  })

  it('does not undo what is committed when it fails', async () => {
    const { db } = payload()
    const id = await db.beginTransaction()
    if (id === null) return
    await engineOf(payload()).afterCommit({ transactionID: id }, 'broken', async () => {
      throw new Error('No luck.')
    })
    await expect(db.commitTransaction(id)).resolves.toBeUndefined()
  })
})
