import type { Level } from './levels'

/** Who may do what with the documents of a collection of the project that is tried. */
export interface Row {
  /** To list, count and read them. */
  read: Level
  create: Level
  /** One, and many. */
  change: Level
  /** For good and into the trash; one, and many. */
  remove: Level
  duplicate: Level
  /** To look at earlier versions; `none` where there are none. */
  earlier: Level
  /** To bring one back. */
  restore: Level
}

const nothing: Row = {
  read: 'none',
  create: 'none',
  change: 'none',
  remove: 'none',
  duplicate: 'none',
  earlier: 'none',
  restore: 'none',
}
/** What people of a project make. */
const made: Row = {
  ...nothing,
  read: 'readers',
  create: 'writers',
  change: 'writers',
  remove: 'writers',
  duplicate: 'writers',
}
const madeWithVersions: Row = { ...made, earlier: 'readers', restore: 'writers' }
/** What the product writes, and people look at. */
const written: Row = { ...nothing, read: 'readers' }

/** Every collection, Payload's own among them. A new one without a row fails. */
export const ROWS: Record<string, Row> = {
  projects: {
    read: 'readers',
    create: 'makers',
    change: 'writers',
    remove: 'managers',
    duplicate: 'makers who read',
    earlier: 'readers',
    restore: 'writers',
  },
  episodes: { ...madeWithVersions, remove: 'managers' },
  scenes: madeWithVersions,
  'script-drafts': written,
  characters: madeWithVersions,
  locations: madeWithVersions,
  worlds: { ...made, remove: 'managers' },
  voices: made,
  shots: madeWithVersions,
  panels: made,
  media: made,
  tasks: written,
  'prompt-templates': {
    read: 'signed-in',
    create: 'admins',
    change: 'admins',
    remove: 'admins',
    duplicate: 'admins',
    earlier: 'admins',
    restore: 'admins',
  },
  'prompts-executed': written,
  sessions: {
    ...nothing,
    read: 'their own and admins',
    create: 'writers',
    change: 'their own and admins',
    remove: 'their own and admins',
    duplicate: 'their own and admins',
  },
  users: {
    ...nothing,
    read: 'colleagues',
    create: 'admins',
    change: 'their own and admins',
    remove: 'admins',
  },
  events: written,
  'payload-kv': nothing,
  // Payload makes them for who types; who may change a document may take its lock over.
  'payload-locked-documents': { ...nothing, read: 'writers', change: 'writers', remove: 'their own' },
  // Everybody makes and copies their own alone.
  'payload-preferences': {
    ...nothing,
    read: 'their own',
    create: 'signed-in',
    change: 'their own',
    remove: 'their own',
    duplicate: 'their own',
  },
  'payload-migrations': nothing,
}

/** What nobody can do by one door, whatever the row says: GraphQL takes no file. */
export const NOT_BY: Record<string, string[]> = { 'GraphQL media': ['create'] }

/** What one door understands as something else, which has a row of its own: a preference is asked for by its key. */
export const TAKEN_OTHERWISE: Record<string, string[]> = {
  'REST payload-preferences': ['count', 'read', 'delete', 'look at versions'],
}
