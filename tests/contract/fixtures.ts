import type { Payload } from 'payload'
import sharp from 'sharp'
import type { Shot } from '@/payload-types'

let count = 0
/** Something no other test of the file has. */
export const unique = (word: string): string => {
  count += 1
  return `${word}-${count}`
}

export const createUser = (payload: Payload, role: 'admin' | 'producer' | 'editor' | 'viewer' | 'worker') =>
  payload.create({
    collection: 'users',
    data: {
      name: unique('Person'),
      email: `${unique('person')}@example.org`,
      password: 'long-enough-1',
      role,
    },
  })

/** A picture of its own in a project. */
export async function createMedia(payload: Payload, project: string) {
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
    .png()
    .toBuffer()
  return payload.create({
    collection: 'media',
    data: { project, alt: unique('Picture') },
    file: { name: `${unique('picture')}.png`, data, mimetype: 'image/png', size: data.length },
  })
}

/**
 * A project with one document of every collection that belongs to projects, all of which point at each other
 * as they do in production.
 */
export async function createProjectTree(payload: Payload, ownerId?: string) {
  const owner = ownerId ? await payload.findByID({ collection: 'users', id: ownerId }) : undefined
  const project = await payload.create({
    collection: 'projects',
    data: { title: unique('Project'), type: 'series', status: 'concept' },
    user: owner,
  })
  const base = { project: project.id }
  const media = await createMedia(payload, project.id)
  const world = await payload.create({ collection: 'worlds', data: { ...base, name: unique('World') } })
  const location = await payload.create({
    collection: 'locations',
    data: { ...base, name: unique('Place'), world: world.id },
  })
  const voice = await payload.create({
    collection: 'voices',
    data: { ...base, name: unique('Voice'), provider: 'local', providerVoiceId: 'en', language: 'en-gb' },
  })
  const character = await payload.create({
    collection: 'characters',
    data: {
      ...base,
      name: unique('Nora'),
      scope: 'project',
      visualDesign: { references: [media.id], approvedDesign: media.id },
      voiceProfile: { voice: voice.id },
    },
  })
  const worldCharacter = await payload.create({
    collection: 'characters',
    data: { name: unique('Elder'), scope: 'world', world: world.id },
  })
  const episode = await payload.create({
    collection: 'episodes',
    data: { ...base, episodeNumber: 1, title: 'Pilot', status: 'draft', script: { text: 'INT. ROOM - DAY' } },
  })
  const scene = await payload.create({
    collection: 'scenes',
    data: {
      episode: episode.id,
      sceneNumber: '1',
      heading: 'INT. ROOM - DAY',
      order: 1,
      status: 'pending',
      location: location.id,
      characters: [character.id],
      dialogueLines: [
        { cue: 'NORA', text: 'One.', character: character.id, audio: media.id },
        { cue: 'VOICE', text: 'Two.' },
      ],
    },
  })
  const shot = await payload.create({
    collection: 'shots',
    data: {
      scene: scene.id,
      shotNumber: '1',
      order: 1,
      size: 'MS',
      angle: 'eye',
      movement: 'static',
      duration: 3,
      origin: 'human',
      characters: [character.id],
      images: [media.id],
    },
  })
  const [taskId] = await (
    payload.db as unknown as { engine: import('@/contracts').DatabaseEngine }
  ).engine.tasks.insert([
    {
      type: unique('tree'),
      input: {},
      projectId: project.id,
      episodeId: episode.id,
      createdById: ownerId ?? null,
    },
  ])
  const panel = await payload.create({
    collection: 'panels',
    data: { shot: shot.id, image: media.id, origin: 'ai', status: 'draft', sourceTask: taskId },
  })
  const session = await payload.create({
    collection: 'sessions',
    data: {
      ...base,
      title: 'Talk',
      messages: [{ role: 'user', content: 'Hello' }],
      attachedMedia: [media.id],
    },
    user: owner,
  })
  const call = await payload.create({
    collection: 'prompts-executed',
    data: { ...base, purpose: 'panel', provider: 'local', task: taskId, costMicroUsd: 1 },
  })
  return {
    project,
    media,
    world,
    location,
    voice,
    character,
    worldCharacter,
    episode,
    scene,
    shot,
    panel,
    session,
    call,
    taskId: taskId as string,
  }
}

export type ProjectTree = Awaited<ReturnType<typeof createProjectTree>>

/** A shot that a person made. */
export const createShot = (payload: Payload, scene: string, more: Partial<Shot> = {}) =>
  payload.create({
    collection: 'shots',
    data: {
      scene,
      shotNumber: unique('s'),
      order: 1,
      size: 'MS',
      angle: 'eye',
      movement: 'static',
      duration: 3,
      origin: 'human',
      ...more,
    },
  })
