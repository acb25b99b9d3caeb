import { mergeListSearchAndWhere } from 'payload/shared'
import { beforeAll, expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createProjectTree, unique } from './fixtures'

/** What the search box above the admin panel's list of scenes finds. */
describeEngines('Search in scenes', (booted) => {
  const payload = () => booted().payload
  let episode: string
  let kitchen: string
  let pier: string

  /** As the list asks: its own search, its own order, one page. */
  const search = async (words: string) => {
    const collectionConfig = payload().collections.scenes.config
    return payload().find({
      collection: 'scenes',
      where: mergeListSearchAndWhere({
        collectionConfig,
        search: words,
        where: { and: [{ episode: { equals: episode } }] },
      }),
      limit: 10,
      depth: 0,
    })
  }

  beforeAll(async () => {
    const tree = await createProjectTree(payload())
    episode = tree.episode.id
    const scene = async (heading: string, action: string, lines: string[]) => {
      const doc = await payload().create({
        collection: 'scenes',
        data: {
          episode,
          sceneNumber: unique('9'),
          heading,
          action,
          order: 50,
          status: 'pending',
          dialogueLines: lines.map((text) => ({ cue: 'MARTA', text })),
        },
      })
      return String(doc.id)
    }
    kitchen = await scene('INT. KITCHEN - DAY', 'She peels a quince.', [
      'The harvest was thin this year.',
      'A thin harvest (100% thin) is still a harvest.',
    ])
    pier = await scene('EXT. PIER - DUSK', 'Gulls. A rope is coiled.', ['Throw me the rope!'])
  })

  it('finds words that are said, each scene once, however many of its lines have them', async () => {
    const found = await search('thin harvest')
    expect(found.docs.map(({ id }) => id)).toEqual([kitchen])
    expect(found.totalDocs).toBe(1)
    // With all of its lines, not only those that were found.
    expect(found.docs[0]?.dialogueLines).toHaveLength(2)
  })

  it('finds words of the action, and of headings as before, in any case', async () => {
    expect((await search('QUINCE')).docs.map(({ id }) => id)).toEqual([kitchen])
    expect((await search('coiled')).docs.map(({ id }) => id)).toEqual([pier])
    expect((await search('pier')).docs.map(({ id }) => id)).toEqual([pier])
  })

  it('takes signs for what they are, and says nothing where nothing has the words', async () => {
    expect((await search('(100%')).docs.map(({ id }) => id)).toEqual([kitchen])
    expect((await search('harpsichord')).totalDocs).toBe(0)
  })
})
