import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphqlDoor } from './doors/graphql'
import { KNOWN_OPEN } from './doors/knownOpen'
import { Ledger } from './doors/ledger'
import { restDoor } from './doors/rest'
import { type Stage, setStage } from './doors/stage'
import { ROWS } from './doors/table'
import { tryCollection } from './doors/tryCollection'
import { describeEngines } from './engines'
import { graphqlOf, restOf } from './restApi'

describeEngines('Every door', (booted, engine) => {
  const payload = () => booted().payload
  const rest = restOf(payload, () => booted().uri)
  const graphql = graphqlOf(payload, () => booted().uri)
  const doors = [
    restDoor(rest),
    graphqlDoor(payload, (source, headers, variables) => graphql(source, undefined, { headers, variables })),
  ]
  const ledger = new Ledger(KNOWN_OPEN)
  let stage: Stage

  beforeAll(async () => {
    stage = await setStage(payload())
  })

  afterAll(() => {
    console.log(`${ledger.line} on ${engine}`)
  })

  it('has a row for every collection', () => {
    expect(Object.keys(ROWS).sort()).toEqual(payload().config.collections.map(({ slug }) => slug).sort())
  })

  for (const door of doors) {
    describe(`by ${door.name}`, () => {
      it.each(Object.keys(ROWS))('holds at %s', async (slug) => {
        const { config: collection } = payload().collections[slug as 'projects']
        const row = ROWS[slug]
        if (!row) throw new Error(`${slug} has no row.`)
        const from = ledger.open.length
        const began = Date.now()
        await tryCollection({ stage, ledger, door, collection, row })
        if (process.env.DOORS_TIMES) console.log(door.name, slug, Date.now() - began)
        expect(ledger.unknown.filter((entry) => ledger.open.indexOf(entry) >= from)).toEqual([])
      })
    })
  }
})
