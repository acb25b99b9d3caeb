import { expect, it } from 'vitest'
import { layOutTitlePage } from '@/screenplay/pages/title-page'
import { titleLines } from './title-page'

it('of any length is laid out, on paper and in Final Draft, in time that grows with it', () => {
  const range = { start: 1, end: 1 }
  const titlePage = Array.from({ length: 200_000 }, (_, at) => ({
    type: 'title-page-entry' as const,
    key: `Key ${at}`,
    values: ['b'],
    range,
  }))
  const before = performance.now()
  layOutTitlePage({ titlePage })
  titleLines(titlePage)
  titleLines([
    { type: 'title-page-entry', key: 'Draft date', values: Array(200_000).fill('1.1.2020'), range },
  ])
  expect(performance.now() - before).toBeLessThan(15_000)
})
