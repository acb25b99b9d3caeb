import { expect, it } from 'vitest'
import { describeEngines } from './engines'

describeEngines('A page of the admin', (booted) => {
  const payload = () => booted().payload

  /** Where somebody is sent who asks for a page; null where it is made. */
  async function sentTo(path: string, searchParams: Record<string, string>): Promise<string | null> {
    const { leaveOutUnanswerable } = await import('@/admin/page-query/leaveOut')
    const made = leaveOutUnanswerable({
      config: Promise.resolve(payload().config),
      key: booted().uri,
      params: Promise.resolve({ segments: path.split('/') }),
      searchParams: Promise.resolve(searchParams),
    })
    return made.then(
      () => null,
      // Next throws where it sends somebody elsewhere.
      (error: { digest?: string }) => String(error.digest).split(';')[2] ?? String(error),
    )
  }

  it('of any collection is asked for without what it cannot be made from', async () => {
    for (const { slug } of payload().config.collections) {
      const list = `collections/${slug}`
      for (const [name, value] of [
        ['where[createdAt.(][exists]', '9e99'],
        ['where[nope][equals]', '1'],
        ['where[or]', 'x'],
        ['where[createdAt][near]', '1'],
        ['limit', '9e99'],
        ['page', '-1'],
        ['sort[a]', '1'],
        ['columns', '[null]'],
        ['queryByGroup', 'x'],
        ['localeCodes', '{'],
        ['search', 'x'.repeat(201)],
      ] as const) {
        expect(await sentTo(list, { [name]: value, depth: '1' })).toBe(`/admin/${list}?depth=1`)
        expect(await sentTo(`${list}/trash`, { [name]: value })).toBe(`/admin/${list}/trash`)
      }
      const kept = { limit: '10', page: '2', sort: '-createdAt', 'where[id][exists]': 'true' }
      expect([slug, await sentTo(list, kept)]).toEqual([slug, null])
    }
  })

  it('of a document, and of what there is not, is nowhere else', async () => {
    expect(await sentTo('collections/shots/a%20b/versions', { limit: 'x' })).toBe(
      '/admin/collections/shots/a%20b/versions',
    )
    expect(await sentTo('collections/toString', { limit: 'x' })).toBeNull()
    expect(await sentTo('queue', { limit: 'x' })).toBeNull()
  })
})
