import { expect, it } from 'vitest'
import { KINDS, makeOne } from './doors/documents'
import { setStage } from './doors/stage'
import { describeEngines } from './engines'
import { restOf, signedIn } from './restApi'

const SLUGS = ['media', 'scenes', 'characters', 'locations', 'worlds', 'shots', 'episodes', 'projects']

describeEngines('What two take away, or one changes while another takes it away', (booted) => {
  const rest = restOf(
    () => booted().payload,
    () => booted().uri,
  )

  it('is gone for one of them, and nobody’s fault', async () => {
    const stage = await setStage(booted().payload)
    const { token } = await signedIn(booted().payload)
    const wrong: unknown[] = []
    for (const slug of SLUGS)
      for (let round = 0; round < 4; round += 1) {
        const id = await makeOne(stage, slug)
        const path = `/${slug}/${id}`
        const { field } = KINDS[slug] as { field: string }
        const change = () => rest(path, { method: 'PATCH', token, json: { [field]: `Other ${round}` } })
        const remove = () => rest(path, { method: 'DELETE', token })
        const throwAway = () =>
          rest(path, { method: 'PATCH', token, json: { deletedAt: new Date().toISOString() } })
        const other = round === 3 ? throwAway : change
        const work = round === 0 ? [remove(), remove()] : [other(), remove(), other(), remove()]
        const answers = await Promise.all(work)
        const statuses = answers.map(({ status }) => status)
        if (statuses.some((status) => status >= 500))
          wrong.push([slug, statuses, answers.map(({ text }) => text.slice(0, 200))])
        // By one of two conflicting transactions of MongoDB nothing is done.
        const isRemoved = work.length === 2 || [1, 3].some((n) => statuses[n] === 200)
        const { status } = await rest(path, { token })
        if (isRemoved && status !== 404) wrong.push([slug, statuses, 'is still there', status])
      }
    expect(wrong).toEqual([])
  }, 120_000)
})
