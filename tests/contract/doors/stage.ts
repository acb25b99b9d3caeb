import type { CollectionSlug, Payload } from 'payload'
import { createProjectTree, type ProjectTree, unique } from '../fixtures'
import { makePeople, membersOf, type People } from './people'

/** A document of each collection, of one project. */
export type Targets = Record<string, string>

export interface Stage {
  payload: Payload
  people: People
  /** The project that is tried, and another one of strangers. */
  here: ProjectTree
  there: ProjectTree
  targets: Record<'here' | 'there', Targets>
  /** A draft of the project's script. */
  draft: string
}

/** A lock on a document that somebody edits, as Payload makes it when they type. */
export async function makeLock(payload: Payload, character: string, user: string): Promise<string> {
  const { id } = await payload.db.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: 'characters', value: character },
      user: { relationTo: 'users', value: user },
    },
  })
  return String(id)
}

/** What somebody's pages look like. */
export async function makePreference(payload: Payload, user: string): Promise<string> {
  const { id } = await payload.db.create({
    collection: 'payload-preferences',
    data: { key: unique('door'), value: { limit: 10 }, user: { relationTo: 'users', value: user } },
  })
  return String(id)
}

async function targetsOf(payload: Payload, tree: ProjectTree, user: string): Promise<[Targets, string]> {
  const { DraftService } = await import('@/database/services/DraftService')
  const { id } = await new DraftService({ payload }).propose(tree.episode.id, {
    text: `INT. ATTIC - DAY\n\n${unique('Dust')}.\n`,
  })
  const draft = String(id)
  const { docs } = await payload.find({
    collection: 'events',
    where: { project: { equals: tree.project.id } },
    limit: 1,
  })
  const template = await payload.create({
    collection: 'prompt-templates',
    data: { key: unique('key'), version: 1, body: 'Hello' },
  })
  await payload.kv.set(unique('kept'), { of: 'nobody' })
  const kept = await payload.db.find<{ id: string }>({ collection: 'payload-kv' as CollectionSlug, limit: 1 })
  const targets: Targets = {
    projects: tree.project.id,
    episodes: tree.episode.id,
    scenes: tree.scene.id,
    'script-drafts': draft,
    characters: tree.character.id,
    locations: tree.location.id,
    worlds: tree.world.id,
    voices: tree.voice.id,
    shots: tree.shot.id,
    panels: tree.panel.id,
    media: tree.media.id,
    tasks: tree.taskId,
    'prompt-templates': template.id,
    'prompts-executed': tree.call.id,
    sessions: tree.session.id,
    users: user,
    events: String(docs[0]?.id),
    'payload-kv': String(kept.docs[0]?.id),
    'payload-locked-documents': await makeLock(payload, tree.worldCharacter.id, user),
    'payload-preferences': await makePreference(payload, user),
    'payload-migrations': '1',
  }
  return [targets, draft]
}

/** People, two projects that have one of everything, and who belongs to which. */
export async function setStage(payload: Payload): Promise<Stage> {
  const people = await makePeople(payload)
  const here = await createProjectTree(payload, people.ids.owner)
  const there = await createProjectTree(payload, people.ids['stranger, producer'])
  for (const [tree, which] of [
    [here, 'here'],
    [there, 'there'],
  ] as const) {
    const data = { members: membersOf(people.ids, which) }
    await payload.update({ collection: 'projects', id: tree.project.id, data })
  }
  const [mine, draft] = await targetsOf(payload, here, people.ids.owner)
  const [theirs] = await targetsOf(payload, there, people.ids['stranger, producer'])
  return { payload, people, here, there, targets: { here: mine, there: theirs }, draft }
}

/** Whether those belong to the project who should. */
export async function hasItsMembers({ payload, here, people }: Stage): Promise<boolean> {
  const { members, createdBy } = await payload.findByID({
    collection: 'projects',
    id: here.project.id,
    depth: 0,
  })
  return members?.length === membersOf(people.ids, 'here').length && createdBy === people.ids.owner
}

/** For the tries that come after one that took them out. */
export async function bringMembersBack({ payload, here, people }: Stage): Promise<void> {
  const data = { members: membersOf(people.ids, 'here'), createdBy: people.ids.owner }
  await payload.update({ collection: 'projects', id: here.project.id, data })
}
