import { expect, it } from 'vitest'
import { coverageHelpers } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

const shed = block(
  'INT. SHED - DAY',
  'Ruben saws a plank.\n\nA cat steps over the tools.\n\nRain drums on the roof.',
  ['RUBEN', 'Hold it still.'],
  ['IDA', 'Ruben, it is wet.'],
)
const lane = block('EXT. LANE - NIGHT', 'Ida pushes a cart. Ruben sings.', ['IDA', 'Louder.'])

describeEngines('Panels that a new draft puts out of date', (booted) => {
  const payload = () => booted().payload
  const { drafts, read } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  /** A script with its shots, each with a picture that a machine drew. */
  const drawn = async (text: string) => {
    const { project, episodeId } = await read(text)
    await suggest(episodeId)
    for (const { shots } of (await board(episodeId)).scenes)
      for (const { id } of shots) {
        const image = (await createMedia(payload(), project)).id
        await payload().create({
          collection: 'panels',
          data: { shot: id, image, origin: 'ai', status: 'approved' } as never,
        })
      }
    return { project, episodeId }
  }
  const propose = async (episodeId: string, text: string) =>
    (await drafts()).propose(episodeId, { bytes: new TextEncoder().encode(text) })
  /** The descriptions of the shots whose panels are out of date. */
  const staleIn = async (episodeId: string) =>
    (await board(episodeId)).scenes.flatMap(({ shots }) =>
      shots.flatMap(({ panel, description, lineIds }) =>
        panel?.isStale ? `${description} (${lineIds.length})` : [],
      ),
    )

  it('are none where only the name of somebody is another, or of a place', async () => {
    const { project, episodeId } = await drawn(shed + lane)
    const { docs: people } = await payload().find({
      collection: 'characters',
      where: { and: [{ project: { equals: project } }, { name: { equals: 'Ruben' } }] },
    })
    const { docs: places } = await payload().find({
      collection: 'locations',
      where: { project: { equals: project } },
    })
    const place = places.find(({ name }) => name?.toUpperCase() === 'LANE')
    const text = (shed + lane)
      .replaceAll('Ruben', 'Anton')
      .replaceAll('RUBEN', 'ANTON')
      .replace('LANE', 'ALLEY')
    const draft = await propose(episodeId, text)
    await (await drafts()).apply(draft.id as string, {
      sameCharacters: [[people[0]?.id as string, 'ANTON']],
      sameLocations: [[place?.id as string, 'ALLEY']],
    })
    expect(await staleIn(episodeId)).toEqual([])
    const { scenes, totals } = await board(episodeId)
    expect(scenes.flatMap(({ coverage }) => coverage.reasons)).toEqual([])
    expect(totals).toMatchObject({ scenesOutOfDate: 0, shotsWithWordsGone: 0 })
    // What is said beside the name counts.
    await read(text.replace('Anton saws a plank.', 'Anton planes a plank.'), { project, episodeId })
    const stale = await staleIn(episodeId)
    expect(stale.length).toBeGreaterThan(0)
    expect(stale.every((each) => each.includes('saws'))).toBe(true)
  })

  it('are those of the shots that show what changed, as the draft says before', async () => {
    const { project, episodeId } = await drawn(shed + lane)
    const text = (shed + lane).replace('A cat steps', 'A dog steps')
    const proposed = await propose(episodeId, text)
    const told = proposed.scenes.reduce((sum, { effects }) => sum + effects.approved, 0)
    await read(text, { project, episodeId })
    const stale = await staleIn(episodeId)
    expect(stale.length).toBeGreaterThan(0)
    expect(stale.every((each) => each.includes('cat'))).toBe(true)
    expect(told).toBe(stale.length)
  })

  it('are all of a scene that is at another time', async () => {
    const { project, episodeId } = await drawn(shed + lane)
    await read((shed + lane).replace('SHED - DAY', 'SHED - NIGHT'), { project, episodeId })
    const [first, second] = (await board(episodeId)).scenes
    expect(first?.shots.every(({ panel }) => panel?.isStale)).toBe(true)
    expect(second?.shots.some(({ panel }) => panel?.isStale)).toBe(false)
  })

  it('are called out of date in shot list and storyboard, whatever was decided on them', async () => {
    const { project, episodeId } = await drawn(shed + lane)
    await read((shed + lane).replace('LANE - NIGHT', 'LANE - DAY'), { project, episodeId })
    const { storyboardDocument } = await import('@/database/services/exports/storyboardDocument')
    const episode = await payload().findByID({ collection: 'episodes', id: episodeId, depth: 0 })
    const { scenes } = storyboardDocument(await board(episodeId), episode, () => null)
    expect(scenes.map(({ shots }) => [...new Set(shots.map(({ status }) => status))])).toEqual([
      ['approved'],
      ['approved, out of date'],
    ])
  })
})
