import type { CollectionSlug } from 'payload'
import { createMedia, unique } from '../fixtures'
import { membersOf } from './people'
import { makeLock, makePreference, type Stage } from './stage'

/** How documents of a collection are made and changed. */
export interface Kind {
  /** Data of a new one, different every time; none where it takes a file, or where nobody makes one. */
  data?: (stage: Stage) => Record<string, unknown>
  /** What a copy needs besides, where it may not be as the original. */
  copy?: () => Record<string, unknown>
  /** The field that is changed. */
  field: string
  value?: () => unknown
  /** One to be thrown away, where `data` is not enough. */
  make?: (stage: Stage) => Promise<string>
}

let number = 100
const next = () => {
  number += 1
  return number
}
const text = () => unique('Tried')

/** Every collection. What nobody may make is asked for all the same. */
export const KINDS: Record<string, Kind> = {
  projects: {
    data: () => ({ title: text(), type: 'short', status: 'concept' }),
    copy: () => ({ slug: unique('tried') }),
    field: 'logline',
  },
  episodes: {
    data: ({ here }) => ({
      project: here.project.id,
      episodeNumber: next(),
      title: text(),
      status: 'draft',
    }),
    field: 'title',
  },
  scenes: {
    data: ({ here }) => ({
      episode: here.episode.id,
      sceneNumber: String(next()),
      heading: 'INT. CELLAR - DAY',
      order: next(),
      status: 'pending',
    }),
    field: 'synopsis',
  },
  'script-drafts': {
    data: ({ here }) => ({
      episode: here.episode.id,
      state: 'proposed',
      sourceKind: 'edit',
      sourceFormat: 'fountain',
      baseVersion: 1,
      baseEtag: 'x',
    }),
    field: 'sourceFilename',
  },
  characters: {
    data: ({ here }) => ({ project: here.project.id, name: text(), scope: 'project' }),
    field: 'backstory',
  },
  locations: { data: ({ here }) => ({ project: here.project.id, name: text() }), field: 'description' },
  worlds: { data: ({ here }) => ({ project: here.project.id, name: text() }), field: 'description' },
  voices: {
    data: ({ here }) => ({
      project: here.project.id,
      name: text(),
      provider: 'local',
      providerVoiceId: 'en',
    }),
    field: 'name',
  },
  shots: {
    data: ({ here }) => ({
      scene: here.scene.id,
      shotNumber: String(next()),
      order: next(),
      size: 'MS',
      angle: 'eye',
      movement: 'static',
      duration: 3,
      origin: 'human',
    }),
    field: 'description',
  },
  panels: {
    data: ({ here }) => ({ shot: here.shot.id, image: here.media.id, origin: 'ai', status: 'draft' }),
    copy: () => ({ version: next() }),
    field: 'notes',
  },
  media: {
    field: 'alt',
    // What is said of it is as in the file that is copied.
    copy: () => ({ alt: undefined, project: undefined }),
    make: async ({ payload, here }) => (await createMedia(payload, here.project.id)).id,
  },
  tasks: {
    data: ({ here }) => ({ type: text(), state: 'ready', priority: 0, project: here.project.id }),
    field: 'title',
  },
  'prompt-templates': { data: () => ({ key: text(), version: 1, body: 'Hello' }), field: 'description' },
  'prompts-executed': {
    data: ({ here }) => ({ project: here.project.id, purpose: 'panel', provider: 'local' }),
    field: 'purpose',
  },
  sessions: {
    data: ({ here }) => ({
      project: here.project.id,
      title: text(),
      messages: [{ role: 'user', content: 'Hello' }],
    }),
    field: 'title',
  },
  users: {
    data: () => ({
      name: text(),
      email: `${unique('tried')}@example.org`,
      password: 'long-enough-1',
      role: 'viewer',
    }),
    field: 'name',
  },
  events: {
    data: ({ here }) => ({
      project: here.project.id,
      // None that is yet to come.
      sequence: -next(),
      type: 'tried',
      action: 'tried',
      entityCollection: 'projects',
      entityId: here.project.id,
    }),
    field: 'type',
  },
  'payload-kv': { data: () => ({ key: text(), data: { of: 'nobody' } }), field: 'key' },
  'payload-locked-documents': {
    data: ({ here, people }) => ({
      document: { relationTo: 'characters', value: here.worldCharacter.id },
      user: { relationTo: 'users', value: people.ids.owner },
    }),
    field: 'globalSlug',
    make: ({ payload, here, people }) => makeLock(payload, here.worldCharacter.id, people.ids.owner),
  },
  'payload-preferences': {
    data: () => ({ key: text(), value: { limit: 5 } }),
    field: 'value',
    value: () => ({ limit: next() }),
    make: ({ payload, people }) => makePreference(payload, people.ids.owner),
  },
  'payload-migrations': { data: () => ({ name: text(), batch: 1 }), field: 'name' },
}

/** What could be an id, on either engine. */
const NOBODYS_ID = '000000000000000000000000'

/** The change of one field, different every time. A lock is taken over, for oneself. */
export const changeOf = (slug: string, userId: string | null): Record<string, unknown> => {
  if (slug === 'payload-locked-documents')
    return { user: { relationTo: 'users', value: userId ?? NOBODYS_ID } }
  const kind = KINDS[slug] as Kind
  return { [kind.field]: kind.value ? kind.value() : text() }
}

/** A document of the project that nothing depends on. */
export async function makeOne(stage: Stage, slug: string): Promise<string> {
  const kind = KINDS[slug] as Kind
  if (kind.make) return kind.make(stage)
  const { payload, people } = stage
  const members = slug === 'projects' ? { members: membersOf(people.ids, 'here') } : {}
  const user = await payload.findByID({ collection: 'users', id: people.ids.owner })
  const { id } = await payload.create({
    collection: slug as CollectionSlug,
    data: { ...kind.data?.(stage), ...members } as never,
    user,
    overrideAccess: true,
  })
  return String(id)
}
