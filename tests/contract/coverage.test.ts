import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { random } from '@/lib/random.testing'
import { coverageHelpers, expectNoneHidden } from './coverageHelpers'
import { describeEngine, describeEngines } from './engines'
import { createMedia, createUser } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

const bar = block(
  'INT. BAR - DAY',
  'Leon counts coins. Mara pours a drink.',
  ['MARA', 'It rains.'],
  ['LEON', 'It rained.'],
)
const quay = block('EXT. QUAY - NIGHT', 'A boat is tied up.', ['LEON', 'Go home.'])

describeEngines('Shots and the script they cover', (booted) => {
  const payload = () => booted().payload
  const { read } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  /** A script with its shots. */
  const covered = async (text: string) => {
    const first = await read(text)
    await suggest(first.episodeId)
    return { ...first, scene: async (number: string) => sceneOf(first.episodeId, number) }
  }
  const sceneOf = async (episodeId: string, number: string) => {
    const found = (await board(episodeId)).scenes.find(({ sceneNumber }) => sceneNumber === number)
    if (!found) throw new Error(`There is no scene ${number}.`)
    return found
  }

  it('a new line and new action are said to be in no shot, and are fitted in by an update', async () => {
    const { episodeId, project, scene } = await covered(bar + quay)
    const before = await scene('1')
    expect(before.coverage).toMatchObject({ isOutOfDate: false, reasons: [] })
    const draft = bar.replace('LEON\nIt rained.', 'MARA\nWhat is sold?\n\nLEON\nIt rained.\n\nA whale rises.')
    await read(draft + quay, { project, episodeId })

    const changed = await scene('1')
    expect(changed.coverage.isOutOfDate).toBe(true)
    expect(changed.coverage.reasons).toEqual(['One line and one paragraph of action are in no shot.'])
    expect(changed.coverage.newAction).toEqual(['A whale rises.'])
    expect((await board(episodeId)).totals).toMatchObject({ linesInNoShot: 1, scenesOutOfDate: 1 })

    expect(await suggest(episodeId)).toEqual(['Shots for scene 1'])
    const after = await scene('1')
    expect(after.coverage).toMatchObject({ isOutOfDate: false, reasons: [] })
    expectNoneHidden(after)
    expect(after.shots.map(({ description }) => description).join(' ')).toContain('whale')
    // What was there is what it was, under its number.
    for (const { id, shotNumber, description } of before.shots)
      expect(after.shots).toContainEqual(expect.objectContaining({ id, shotNumber, description }))
    expect(await suggest(episodeId)).toEqual([])
  })

  it('action that changed takes its shot along; what the script lost goes, and what people made of it stays', async () => {
    const { episodeId, project, scene } = await covered(bar + quay)
    const [first] = (await scene('2')).shots
    const user = (await createUser(payload(), 'admin')) as never
    const mine = (await scene('1')).shots.find(({ lineIds }) => lineIds.length > 0)
    await payload().update({
      collection: 'shots',
      id: mine?.id as string,
      data: { description: 'Mara, over the taps.', size: 'ECU' },
      user,
    })
    const draft =
      block('INT. BAR - DAY', 'Leon counts coins. Mara pours a drink.', ['LEON', 'It rained.']) +
      block('EXT. QUAY - NIGHT', 'A ship is tied up.', ['LEON', 'Go home.'])
    await read(draft, { project, episodeId })
    expect((await scene('2')).coverage.reasons.join(' ')).toMatch(
      /paragraph of action is in no shot.*not in the script/,
    )

    await suggest(episodeId)
    const quayAfter = await scene('2')
    expect(quayAfter.coverage.reasons).toEqual([])
    expect(quayAfter.shots.map(({ description }) => description).join(' ')).toContain('ship')
    expect(quayAfter.shots.map(({ description }) => description).join(' ')).not.toContain('boat')
    expect(quayAfter.shots.map(({ id }) => id)).toContain(first?.id)
    const barAfter = await scene('1')
    expectNoneHidden(barAfter)
    expect(barAfter.shots).toContainEqual(
      expect.objectContaining({ id: mine?.id, description: 'Mara, over the taps.', size: 'ECU' }),
    )
  })

  it('what an artist drew for words that are gone stays and is marked, and does not ask for an update', async () => {
    const { episodeId, project, scene } = await covered(bar)
    const drawn = (await scene('1')).shots.at(-1)
    await payload().create({
      collection: 'panels',
      data: { shot: drawn?.id, image: (await createMedia(payload(), project)).id, origin: 'drawn' } as never,
    })
    await read(bar.replace('LEON\nIt rained.\n\n', ''), { project, episodeId })
    await suggest(episodeId)
    const after = await scene('1')
    expect(after.shots.map(({ id }) => id)).toContain(drawn?.id)
    expect(after.coverage.shotsWithWordsGone.map(({ shotId }) => shotId)).toContain(drawn?.id)
    expect(after.coverage.isOutOfDate).toBe(false)
  })

  it('a line that somebody else says stays in its shot', async () => {
    const { episodeId, project, scene } = await covered(bar + quay)
    const before = (await scene('1')).shots.map(({ lineIds }) => lineIds)
    await read(bar.replace('LEON\nIt rained.', 'MARA\nIt rained.') + quay, { project, episodeId })
    const after = await scene('1')
    expect(after.shots.map(({ lineIds }) => lineIds)).toEqual(before)
    expect(after.coverage.reasons).toEqual([])
  })

  it('another name of somebody makes no shot out of date', async () => {
    const { episodeId, project, scene } = await covered(bar + quay)
    const before = (await scene('1')).shots
    const [leon] = (
      await payload().find({
        collection: 'characters',
        where: { name: { equals: 'Leon' }, project: { equals: project } },
      })
    ).docs
    const text = (bar + quay).replaceAll('Leon', 'Leo').replaceAll('LEON', 'LEO')
    const { drafts } = scriptHelpers(payload)
    const draft = await (await drafts()).propose(episodeId, { bytes: new TextEncoder().encode(text) })
    await (await drafts()).apply(draft.id as string, { sameCharacters: [[leon?.id as string, 'LEO']] })
    const after = await scene('1')
    expect(after.coverage.reasons).toEqual([])
    expect(after.shots.map(({ id, lineIds }) => [id, lineIds])).toEqual(
      before.map(({ id, lineIds }) => [id, lineIds]),
    )
    expect(after.shots.map(({ description }) => description).join(' ')).not.toContain('Leon')
  })

  it('the shots of what moved to a scene of its own do not stay behind', async () => {
    const whole = block(
      'INT. FLAT - DAY',
      'He sits.\n\nThe clock strikes.',
      ['MARA', 'It rains every day.'],
      ['JO', 'Not today.'],
    )
    const { episodeId, project, scene } = await covered(whole + quay)
    const split =
      block('INT. FLAT - DAY', 'He sits.') +
      block('INT. FLAT - LATER', 'The clock strikes.', ['MARA', 'It rains every day.'], ['JO', 'Not today.'])
    await read(split + quay, { project, episodeId })
    await suggest(episodeId)
    const texts = (await board(episodeId)).scenes.map((each) => {
      expectNoneHidden(each)
      expect(each.coverage.reasons).toEqual([])
      return each.shots.map(({ description }) => description).join(' ')
    })
    expect(texts[0]).not.toMatch(/clock|Mara|Jo /)
    expect(texts.join(' ').match(/clock strikes/g)).toHaveLength(1)
    expect(scene).toBeDefined()
  })

  it('a person who changes the words of a scene is told, and gets the shots', async () => {
    const { episodeId, scene } = await covered(bar)
    const before = await scene('1')
    const stored = await payload().findByID({ collection: 'scenes', id: before.id, depth: 0 })
    await payload().update({
      collection: 'scenes',
      id: before.id,
      data: {
        action: `${stored.action}\n\nA dog barks at the door.`,
        dialogueLines: [...(stored.dialogueLines ?? []), { cue: 'MARA', text: 'Sit.' }],
      } as never,
      user: (await createUser(payload(), 'admin')) as never,
    })
    expect((await scene('1')).coverage.reasons).toEqual([
      'One line and one paragraph of action are in no shot.',
    ])
    await suggest(episodeId)
    const after = await scene('1')
    expect(after.coverage.reasons).toEqual([])
    expect(after.shots.map(({ description }) => description).join(' ')).toContain('dog barks')
  })

  it('does not bring back a shot that a person took out, but its lines are said to be in none', async () => {
    const { episodeId, scene } = await covered(bar + quay)
    const [opening, ...rest] = (await scene('1')).shots
    const spoken = rest.find(({ lineIds }) => lineIds.length > 0)
    for (const shot of [opening, spoken])
      await payload().update({
        collection: 'shots',
        id: shot?.id as string,
        data: { deletedAt: new Date().toISOString() },
        user: (await createUser(payload(), 'admin')) as never,
      })
    const without = await scene('1')
    expect(without.coverage.linesInNoShot).toEqual(spoken?.lineIds)
    await suggest(episodeId)
    const after = await scene('1')
    expect(after.coverage.reasons).toEqual([])
    expect(after.shots.filter(({ description }) => description === opening?.description)).toEqual([])
  })
})

/** Ten of the scripts written elsewhere; where they are not at hand, those of this project. */
const scripts = (): Array<[string, string]> => {
  const shared = path.resolve('../shared/samples/fountain')
  const own = path.resolve('fixtures/scripts/languages')
  const names = [
    'brick-and-steel',
    'afterwriting-test',
    'afterwriting-client',
    'afterwriting-cyrillic',
    'fountain-objc-Dialogue',
    'fountain-objc-Simple',
    'fountain-objc-DualDialogue',
    'screenplay-tools-Character',
    'screenplay-tools-Dialogue',
    'screenplay-tools-LineBreaks',
  ]
  const files = existsSync(shared)
    ? names.map((name) => path.join(shared, `${name}.fountain`))
    : readdirSync(own)
        .slice(0, 10)
        .map((name) => path.join(own, name))
  return files.map((file) => [path.basename(file), readFileSync(file, 'utf8')])
}

/** A new draft: blocks go, change place, are said by others, change their words; new ones come, scenes are split. */
function redraft(text: string, next: () => number): string {
  const blocks = text.split(/\n{2,}/)
  const result: string[] = []
  for (const [index, each] of blocks.entries()) {
    const chance = next()
    const isCue = /^[\p{Lu} .'()]+\n/u.test(each)
    if (index < 2 || chance > 0.4) result.push(each)
    else if (chance < 0.08) continue
    else if (chance < 0.16) result.push(each, `ANNA\nLine ${index} is new.`)
    else if (chance < 0.22 && isCue) result.push(each.replace(/^[^\n]+/, 'BRUNO'))
    else if (chance < 0.28) result.push(each, `Somebody drops crate ${index}.`)
    else if (chance < 0.32) result.push(`INT. ROOM ${index} - DAY`, each)
    else if (chance < 0.36) result.splice(Math.max(1, result.length - 2), 0, each)
    else result.push(isCue ? `${each} And more.` : each)
  }
  return result.join('\n\n')
}

describeEngine('sqlite', 'Ten scripts that are imported, changed and updated', (booted) => {
  const payload = () => booted().payload
  const { read } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  it.each(scripts())('%s has every line in exactly one shot, or says so', async (name, text) => {
    const next = random([...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) | 0)
    const user = (await createUser(payload(), 'admin')) as never
    const { episodeId, project } = await read(text)
    await suggest(episodeId)
    let draft = text
    const peoples = new Map<string, string>()
    for (let round = 0; round < 3; round += 1) {
      for (const { shots } of (await board(episodeId)).scenes)
        for (const { id } of shots) {
          if (next() > 0.15) continue
          const description = `By hand ${round}.`
          await payload().update({ collection: 'shots', id, data: { description }, user })
          peoples.set(id, description)
        }
      draft = redraft(draft, next)
      await read(draft, { project, episodeId })
      const changed = await board(episodeId)
      for (const scene of changed.scenes) expectNoneHidden(scene)

      await suggest(episodeId, next() < 0.2 ? 'all' : 'missing')
      const updated = await board(episodeId)
      const there = new Map(updated.scenes.flatMap(({ shots }) => shots.map((shot) => [shot.id, shot])))
      for (const scene of updated.scenes) {
        expectNoneHidden(scene)
        expect(scene.coverage, `${name}, round ${round}, scene ${scene.sceneNumber}`).toMatchObject({
          linesInNoShot: [],
          newAction: [],
          isOutOfDate: false,
        })
        expect(scene.shots.map(({ order }) => order)).toEqual(scene.shots.map((_, index) => index + 1))
        expect(new Set(scene.shots.map(({ shotNumber }) => shotNumber)).size).toBe(scene.shots.length)
      }
      const scenes = new Set(updated.scenes.map(({ id }) => id))
      for (const [id, description] of peoples) {
        const { docs } = await payload().find({
          collection: 'shots',
          where: { id: { equals: id } },
          depth: 0,
          trash: true,
        })
        if (!scenes.has(String(docs[0]?.scene))) continue
        expect(there.get(id)?.description, `${name}, round ${round}`).toBe(description)
      }
    }
  })
})
