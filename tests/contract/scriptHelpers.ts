import type { Payload } from 'payload'
import { withSpeakers } from '@/database/services/scenes/speakers'
import type { Scene, User } from '@/payload-types'
import { unique } from './fixtures'

/** A scene in Fountain. */
export const block = (heading: string, action: string, ...lines: [string, string][]) =>
  `${[heading, action, ...lines.map(([who, words]) => `${who}\n${words}`)].join('\n\n')}\n\n`

export const bar = block(
  'INT. BAR - DAY',
  'Mara counts her coins.',
  ['MARA', 'One more.'],
  ['JO', 'We are closed.'],
)
export const pier = block(
  'EXT. PIER - NIGHT',
  'Gulls fight over a glove.',
  ['JO', 'Come back.'],
  ['MARA', 'No.'],
)
export const room = block('INT. ROOM - DAY', 'Dust and an open trunk.', ['MARA', 'Nothing.'])

/** What tests of scripts and drafts begin with. */
export const scriptHelpers = (payload: () => Payload) => ({
  drafts: async (user?: User) => {
    const { DraftService } = await import('@/database/services/DraftService')
    return new DraftService({ payload: payload(), ...(user ? { user: user as never } : {}) })
  },

  /** Imports a script: into a project of its own, or into what is there. */
  read: async (text: string, to: { project?: string; episodeId?: string; createdBy?: string } = {}) => {
    const { ScriptService } = await import('@/database/services/ScriptService')
    const data = {
      title: unique('Script'),
      type: 'short',
      status: 'concept',
      createdBy: to.createdBy,
    } as const
    const project = to.project ?? (await payload().create({ collection: 'projects', data })).id
    const result = await new ScriptService({ payload: payload() }).import({
      projectId: project,
      bytes: new TextEncoder().encode(text),
      episodeId: to.episodeId,
    })
    return { ...result, project }
  },

  /**
   * Gives every line of a scene a recording of two seconds, as it is stored once somebody brought one: past hooks and
   * without a file, which took most of the time of tests that begin so at each moment they look at.
   */
  record: async (scene: Scene): Promise<void> => {
    const filename = `${unique('take')}.wav`
    const audio = await payload().db.create({
      collection: 'media',
      data: {
        project: scene.project,
        filename,
        mimeType: 'audio/wav',
        mediaType: 'audio',
        durationSeconds: 2,
      },
    })
    const dialogueLines = scene.dialogueLines?.map((line) => ({
      ...withSpeakers(line),
      audio: audio.id,
      audioIsChosen: true,
      duration: 2,
    }))
    await payload().db.updateOne({
      collection: 'scenes',
      id: scene.id,
      data: { dialogueLines },
      returning: false,
    })
  },

  scenesOf: async (episodeId: string): Promise<Scene[]> =>
    (
      await payload().find({
        collection: 'scenes',
        where: { episode: { equals: episodeId } },
        sort: 'order',
        depth: 0,
        pagination: false,
        joins: false,
      })
    ).docs,
})
