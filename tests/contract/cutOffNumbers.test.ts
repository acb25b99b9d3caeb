import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { killed, momentAfter } from './killed'
import { block, scriptHelpers } from './scriptHelpers'

const scene = (name: string, ...lines: [string, string][]) =>
  block(`INT. ${name} - DAY`, `The ${name.toLowerCase()} is quiet today.`, ...lines)

const mill = scene('MILL', ['IDA', 'It turns.'])
const barn = scene('BARN', ['IDA', 'Nobody.'])
const pond = scene('POND', ['OTTO', 'Cold.'])
const loft = scene('LOFT', ['OTTO', 'Up here.'], ['IDA', 'Where?'])
const shed = scene('SHED', ['IDA', 'Locked.'])
const gate = scene('GATE', ['OTTO', 'After you.'])
const lane = scene('LANE', ['IDA', 'Left.'])
const ford = scene('FORD', ['OTTO', 'Deep.'])
const before = [mill, barn, pond, loft, shed, gate, lane, ford].join('')
/** Two scenes go, one comes, one says something else, all behind them have other numbers, and the last two an act. */
const after = [
  mill,
  pond,
  scene('WELL', ['IDA', 'Echo.'], ['IDA', 'Nobody.']),
  loft.replace('Up here.', 'Not up here.'),
  gate,
  `# Act Two\n\n${lane}`,
  ford,
].join('')

describeEngines('What renumbers scenes and is cut off', (booted) => {
  const payload = () => booted().payload
  const { drafts, read, record, scenesOf } = scriptHelpers(payload)

  const all = async (episodeId: string) =>
    (await scenesOf(episodeId)).map((each) => ({
      number: each.sceneNumber,
      order: each.order,
      heading: each.heading,
      sections: each.sections ?? [],
      eighths: each.pageEighths,
      lines: each.dialogueLines?.map(({ text, audio, duration }) => [text, Boolean(audio), duration]),
    }))
  /** All of it recorded, and one scene numbered by a person. */
  const start = async () => {
    const { project, episodeId } = await read(before)
    for (const each of await scenesOf(episodeId)) {
      await record(each)
      if (each.heading.includes('GATE'))
        await payload().update({ collection: 'scenes', id: each.id, data: { sceneNumber: '40' } })
    }
    return { project, episodeId, asItWas: await all(episodeId) }
  }
  const resume = async () => {
    const { ScriptService } = await import('@/database/services/ScriptService')
    await new ScriptService({ payload: payload() }).resumeImports()
  }

  it('gives each the number, the place and the recordings that it would have had: a draft', async () => {
    const service = await drafts()
    let whole: unknown
    for (let write = Number.MAX_SAFE_INTEGER, isCutOff = true; isCutOff; ) {
      const { episodeId, asItWas } = await start()
      const draft = await service.propose(episodeId, { text: after })
      const id = draft.id as string
      isCutOff = (await killed(payload(), write, () => service.apply(id))) || whole === undefined
      await resume()
      if ((await service.get(id)).state === 'proposed') await service.apply(id)
      whole ??= await all(episodeId)
      expect([write, await all(episodeId)]).toEqual([write, whole])
      // By its journal, which says what was there before the first attempt.
      await service.undo(id)
      expect([write, await all(episodeId)]).toEqual([write, asItWas])
      write = write === Number.MAX_SAFE_INTEGER ? 1 : momentAfter(write)
    }
    expect(whole).toMatchObject([
      { number: '1', order: 1, heading: 'INT. MILL - DAY' },
      { number: '2', order: 2, heading: 'INT. POND - DAY' },
      {
        number: '3',
        order: 3,
        heading: 'INT. WELL - DAY',
        lines: [
          ['Echo.', false, expect.anything()],
          ['Nobody.', true, 2],
        ],
      },
      { number: '4', order: 4, heading: 'INT. LOFT - DAY' },
      { number: '40', order: 5, heading: 'INT. GATE - DAY' },
      { number: '6', order: 6, heading: 'INT. LANE - DAY', sections: ['Act Two'] },
      { number: '7', order: 7, heading: 'INT. FORD - DAY', sections: ['Act Two'] },
    ])
  }, 300_000)

  it('gives each the number, the place and the recordings that it would have had: an import', async () => {
    let whole: unknown
    for (let write = Number.MAX_SAFE_INTEGER, isCutOff = true; isCutOff; ) {
      const { project, episodeId } = await start()
      const again = () => read(after, { project, episodeId })
      isCutOff = (await killed(payload(), write, again)) || whole === undefined
      await resume()
      // Where it had not begun to write, it is as it was.
      if ((await scenesOf(episodeId)).length === 8) await again()
      whole ??= await all(episodeId)
      expect([write, await all(episodeId)]).toEqual([write, whole])
      write = write === Number.MAX_SAFE_INTEGER ? 1 : momentAfter(write)
    }
  }, 300_000)
})
