import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

describeEngines('A transaction', (booted) => {
  const { payload } = asAdmin(booted)

  it('may begin with several reads at once', async () => {
    for (let round = 0; round < 20; round++) {
      const transactionID = (await payload().db.beginTransaction()) ?? undefined
      const reads = Array.from({ length: 8 }, () =>
        payload().count({ collection: 'users', req: { transactionID } }),
      )
      const answers = await Promise.allSettled(reads)
      if (transactionID) await payload().db.rollbackTransaction(transactionID)
      expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
    }
  })
})
