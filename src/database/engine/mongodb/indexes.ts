import type { Document, IndexDescription } from 'mongodb'
import { LOCKS } from './locks'

/** No Payload collection: tries to sign in, counted. */
export const RATE_LIMITS = 'showrunner_rate_limits'

/** Finished tasks leave after this many days. */
export const FINISHED_TASK_DAYS = 90

interface OwnIndex extends IndexDescription {
  collection: string
  name: string
  key: Record<string, 1 | -1 | 'text'>
}

const inState = (state: string): Document => ({ state })

/**
 * A text index over some fields, with the weight of each. Language `none`: scripts are in any language, and
 * stemming by English rules harms the others. The override names a field that no document has, because by
 * default a field called `language` (a voice has one) would be taken for a stemmer's name and refused.
 */
function textIndex(collection: string, weights: Record<string, number>): OwnIndex {
  return {
    collection,
    name: `${collection.replaceAll('-', '_')}_text`,
    key: Object.fromEntries(Object.keys(weights).map((field) => [field, 'text'])),
    weights,
    default_language: 'none',
    language_override: 'showrunnerTextLanguage',
  }
}

/**
 * What Payload's adapter cannot declare: partial, TTL and text indexes. Each is written for one query, which
 * docs/database/DATABASE_INDEXES.md names.
 */
export const OWN_INDEXES: OwnIndex[] = [
  // A try: one count for each key, gone when its time is over.
  { collection: RATE_LIMITS, name: 'rate_limits_key', key: { key: 1 }, unique: true },
  { collection: RATE_LIMITS, name: 'rate_limits_expire', key: { expire: 1 }, expireAfterSeconds: 0 },
  // claim: only ready tasks are in it, so a million finished ones cost nothing.
  {
    collection: 'tasks',
    name: 'tasks_claim',
    key: { priority: -1, _id: 1 },
    partialFilterExpression: inState('ready'),
  },
  // promoteDue
  {
    collection: 'tasks',
    name: 'tasks_due',
    key: { runAt: 1 },
    partialFilterExpression: inState('scheduled'),
  },
  // recoverExpired
  {
    collection: 'tasks',
    name: 'tasks_leases',
    key: { leaseExpiresAt: 1 },
    partialFilterExpression: inState('running'),
  },
  // release: is there an unfinished child?
  { collection: 'tasks', name: 'tasks_children_by_state', key: { parent: 1, state: 1 } },
  // release: who waits for the task that ended?
  {
    collection: 'tasks',
    name: 'tasks_waiting',
    key: { dependsOn: 1, state: 1 },
    partialFilterExpression: inState('waiting'),
  },
  // Tasks that rest until a person decides (dead, held) have an end too, and must not leave by themselves.
  {
    collection: 'tasks',
    name: 'tasks_finished_ttl',
    key: { finishedAt: 1 },
    expireAfterSeconds: FINISHED_TASK_DAYS * 24 * 60 * 60,
    partialFilterExpression: { state: { $in: ['completed', 'discarded', 'cancelled'] } },
  },
  // Locks whose holder died and whom nobody asked for since.
  { collection: LOCKS, name: 'locks_ttl', key: { expiresAt: 1 }, expireAfterSeconds: 24 * 60 * 60 },
  textIndex('projects', { title: 10, logline: 5, synopsis: 1 }),
  textIndex('episodes', { title: 10, synopsis: 3, 'script.text': 1 }),
  textIndex('scenes', { heading: 10, synopsis: 3, action: 1, 'dialogueLines.text': 1 }),
  textIndex('characters', { name: 10, aliases: 8, personality: 1, backstory: 1, motivations: 1 }),
  textIndex('locations', { name: 10, description: 1 }),
  textIndex('prompt-templates', { key: 10, description: 5, body: 1 }),
  textIndex('prompts-executed', { purpose: 5, renderedPrompt: 1 }),
]
