import { expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { coverageHelpers } from './coverageHelpers'
import { describeEngines } from './engines'
import { createMedia, createUser } from './fixtures'
import { block, scriptHelpers } from './scriptHelpers'

type Speech = [who: string, words: string]

const ashore = 'The ferry docks. Vera jumps ashore and ties the rope to a bollard.'
const hail: Speech = ['VERA', 'Is anybody there?']
const lamp = 'A lamp swings over the crates.'
const talk: Speech[] = [
  ['OTTO', 'You are late.'],
  ['VERA', 'The sea was high.'],
  ['OTTO', 'It always is.'],
]
const spoken = (lines: Speech[]) => lines.map(([who, words]) => `${who}\n${words}`).join('\n\n')
const rest =
  block(
    'EXT. DUNES - NIGHT',
    'Grass in the wind. Otto digs a hole with a spade.\n\nA dog barks at the moon.',
    ['OTTO', 'Nobody comes here.'],
    ['VERA', 'We do.'],
  ) + block('INT. KITCHEN - DAY', 'Vera cuts onions.', ['VERA', 'My eyes burn.'], ['OTTO', 'Then stop.'])
const harbour = 'EXT. HARBOUR - DAY'
const whole = block(harbour, `${ashore}\n\n${spoken([hail])}\n\n${lamp}\n\n${spoken(talk)}`) + rest
const halves = (second: string) => block(harbour, ashore, hail) + block(second, lamp, ...talk) + rest
const [dunes] = rest.split('INT. KITCHEN') as [string]
const cut = (...pieces: string[]) => pieces.reduce((text, piece) => text.replace(`${piece}\n\n`, ''), whole)

/** What somebody does to a script: before, after. */
const CHANGES: Record<string, [string, string]> = {
  'a line': [whole, whole.replace('You are late.', 'You are early.')],
  'a paragraph of action': [whole, whole.replace('A dog barks', 'A fox barks')],
  'action and a line': [whole, whole.replace('A dog barks', 'A fox barks').replace('We do.', 'Do we?')],
  'action that comes': [whole, whole.replace('A dog barks', 'A train whistles.\n\nA dog barks')],
  'action that is cut': [whole, cut('A dog barks at the moon.')],
  'a line that is cut': [whole, cut('VERA\nWe do.')],
  'somebody’s name': [whole, whole.replaceAll('VERA', 'WILMA').replaceAll('Vera', 'Wilma')],
  'a place': [whole, whole.replace('KITCHEN', 'GALLEY')],
  'a time of day': [whole, whole.replace('KITCHEN - DAY', 'KITCHEN - NIGHT')],
  'a split': [whole, halves(harbour)],
  'a split into another place': [whole, halves('INT. CELLAR - NIGHT')],
  'a split with a line changed': [
    whole,
    halves('INT. CELLAR - NIGHT').replace('You are late.', 'You are early.'),
  ],
  'a split and a name': [whole, halves(harbour).replaceAll('VERA', 'WILMA').replaceAll('Vera', 'Wilma')],
  'a split whose first half is elsewhere': [whole, halves(harbour).replace(harbour, 'INT. FERRY - DAY')],
  'two scenes joined': [halves(harbour), whole],
  'two scenes joined of two places': [halves('INT. CELLAR - NIGHT'), whole],
  'a scene that goes': [whole, whole.replace(dunes, '')],
  'a scene that stands elsewhere': [whole, whole.replace(dunes, '') + dunes],
  'a line that moves': [
    whole,
    cut('VERA\nWe do.').replace('OTTO\nThen stop.', 'OTTO\nThen stop.\n\nVERA\nWe do.'),
  ],
  'action that moves': [
    whole,
    cut('A dog barks at the moon.').replace('cuts onions.', 'cuts onions.\n\nA dog barks at the moon.'),
  ],
  'action and a line that move': [
    whole,
    cut('A dog barks at the moon.', 'VERA\nWe do.').replace(
      'OTTO\nThen stop.',
      'OTTO\nThen stop.\n\nA dog barks at the moon.\n\nVERA\nWe do.',
    ),
  ],
}

/** Who made the pictures of a shot, by its place: what is people's goes along where the machine's is made anew. */
const MADE = {
  'by the machine': () => 'machine',
  'by machine and people': (at: number) => ['twice', 'drawn', 'machine', 'chosen', 'approved'][at % 5],
} as const

/** How many of them one looks at: each takes seconds. `EVERY_CHANGE=1` takes all. */
const STEPS = {
  sqlite: { 'by the machine': 4, 'by machine and people': 1 },
  mongodb: { 'by the machine': 7, 'by machine and people': 3 },
} as const

describeEngines('What a draft foretells is counted as it comes', (booted, engine) => {
  const payload = () => booted().payload
  const { drafts, read, scenesOf } = scriptHelpers(payload)
  const { suggest, board } = coverageHelpers(payload)

  /** Shots with pictures, and a recording of each line. */
  const begin = async (text: string, made: (at: number) => string | undefined) => {
    const user = (await createUser(payload(), 'admin')) as User
    const { project, episodeId } = await read(text, { createdBy: user.id })
    await suggest(episodeId)
    const media = async () => (await createMedia(payload(), project)).id
    const image = await media()
    const common = { depth: 0, overrideAccess: true } as const
    for (const scene of await scenesOf(episodeId)) {
      const dialogueLines = []
      for (const line of scene.dialogueLines ?? []) dialogueLines.push({ ...line, audio: await media() })
      await payload().update({ collection: 'scenes', id: scene.id, data: { dialogueLines }, ...common })
    }
    const shots = (await board(episodeId)).scenes.flatMap((scene) => scene.shots)
    for (const [at, { id: shot }] of shots.entries()) {
      const add = async (data: object, by?: User) =>
        payload().create({
          collection: 'panels',
          data: { shot, image, origin: 'ai', status: 'review', ...data } as never,
          ...(by ? { user: by } : {}),
        })
      const kind = made(at)
      const { id } = await add({})
      if (kind === 'twice') await add({})
      if (kind === 'drawn') await add({ origin: 'drawn', status: 'draft' }, user)
      if (kind === 'approved')
        await payload().update({ collection: 'panels', id, data: { status: 'approved' }, user })
      if (kind === 'chosen') {
        await add({})
        const data = { chosenAt: new Date().toISOString() }
        await payload().update({ collection: 'panels', id, data, user })
      }
    }
    return { episodeId, service: await drafts(user) }
  }

  const stateOf = async (episodeId: string) => {
    const { scenes } = await board(episodeId)
    const stale = scenes.flatMap(({ shots }) => shots.flatMap(({ panel }) => (panel?.isStale ? panel : [])))
    return {
      scenes: new Set(scenes.map(({ id }) => id)),
      sceneOf: new Map(scenes.flatMap(({ id, shots }) => shots.map((shot) => [shot.id, id]))),
      stale: stale.length,
      approved: stale.filter(({ status }) => status === 'approved').length,
      heard: new Set(
        scenes.flatMap(({ lines }) =>
          lines.flatMap(({ audio, audioIsStale }) => (audioIsStale ? [] : audio?.id)),
        ),
      ),
    }
  }

  for (const [kind, made] of Object.entries(MADE)) {
    const step = process.env.EVERY_CHANGE ? 1 : STEPS[engine][kind as keyof typeof MADE]
    const changes = Object.entries(CHANGES).filter((_, at) => at % step === 0)
    it.each(changes)(`of pictures made ${kind}, with %s`, async (_, [before, after]) => {
      const { episodeId, service } = await begin(before, made)
      const start = await stateOf(episodeId)
      expect(start.stale).toBe(0)
      const draft = await service.propose(episodeId, { text: after })
      const effects = draft.scenes.map((scene) => scene.effects)
      const sum = (of: 'panelsStale' | 'shotsOut' | 'recordingsStale' | 'approved') =>
        effects.reduce((total, each) => total + each[of], 0)
      const same = draft.characters.map(({ old, new: name }) => [old.id, name] as [string, string])
      await service.apply(draft.id as string, { sameCharacters: same })
      await suggest(episodeId)
      const end = await stateOf(episodeId)
      const shotsOut = [...start.sceneOf].filter(
        ([id, scene]) => end.scenes.has(scene) && !end.sceneOf.has(id),
      )
      const told = effects.flatMap(({ messages }) => messages).join('\n')
      const ofGone = effects.filter(({ isTrashed }) => isTrashed).reduce((n, { approved }) => n + approved, 0)
      expect(
        {
          panelsStale: sum('panelsStale'),
          shotsOut: sum('shotsOut'),
          recordingsStale: sum('recordingsStale'),
          approved: sum('approved') - (/approved panels? will go with it/.test(told) ? ofGone : 0),
        },
        told,
      ).toEqual({
        panelsStale: end.stale,
        shotsOut: shotsOut.length,
        recordingsStale: [...start.heard].filter((id) => !end.heard.has(id)).length,
        approved: end.approved,
      })
    })
  }
})
