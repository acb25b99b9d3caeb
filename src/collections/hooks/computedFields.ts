import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  PayloadRequest,
  Where,
} from 'payload'
import { actorOf } from '@/access'
import { ValidationError } from '@/errors'
import { changeable } from '../EditLocks/mayChange'
import { at, isSame, put, type Row } from './changedValues'

interface Computed {
  keys: readonly string[]
  byDefault: unknown
  /** A page of what names the document. Of which page is the reader's to say, so any is one that was read. */
  isJoin?: boolean
}

/** Of a file, what is read out of it. Payload takes what is sent for it. */
const OF_A_FILE = ['filename', 'mimeType', 'filesize', 'width', 'height', 'url', 'thumbnailURL', 'sizes']

/** Of who signs in, what Payload keeps and takes from nobody. It adds these once the configuration is built. */
const OF_AN_ACCOUNT = [
  'apiKeyIndex',
  'hasAPIKey',
  'hash',
  'lockUntil',
  'loginAttempts',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'resetPasswordToken',
  'salt',
  'sessions',
]

/** Not in any form, and yet for people to say through an API; each has a rule of its own. */
const SAID_BY_PEOPLE = new Set([
  'shots.dialogueLineIds', // ownLines
  'panels.chosenAt', // rememberChoice
  'episodes.script.text', // guardScript
  'episodes.script.version', // the same, by which it knows of which script a form is
])

/** Every field that forms show and nobody types, or do not show at all. */
export function computedFields(
  slug: string,
  fields: readonly Field[],
  before: readonly string[] = [],
): Computed[] {
  return fields.flatMap((field): Computed[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        computedFields(slug, tab.fields, 'name' in tab && tab.name ? [...before, tab.name] : before),
      )
    const keys = 'name' in field && field.name ? [...before, field.name] : before
    if (SAID_BY_PEOPLE.has([slug, ...keys].join('.'))) return []
    // Lines of a scene have hooks for each of theirs; who may not change a field is told by its access.
    if (field.type === 'array' || field.type === 'ui') return []
    if (field.type === 'join') return [{ keys, byDefault: undefined, isJoin: true }]
    // What follows from a parent may be said with it, as long as it does (deriveFromParent).
    if ('custom' in field && field.custom?.isDerived) return []
    if ('access' in field && field.access?.update) return []
    const isShown = !field.admin || !('hidden' in field.admin && field.admin.hidden)
    const isTyped = !(field.admin && 'readOnly' in field.admin && field.admin.readOnly)
    const isHidden = 'hidden' in field && field.hidden
    if (keys.length > before.length && (!isShown || !isTyped || isHidden))
      return [{ keys, byDefault: 'defaultValue' in field ? field.defaultValue : undefined }]
    return 'fields' in field ? computedFields(slug, field.fields, keys) : []
  })
}

/** What says nothing: a program that sends all fields of something new sends these. */
const isNothing = (value: unknown, byDefault: unknown): boolean =>
  isSame(value, byDefault) || isSame(value, null) || value === false || value === 0

const isPage = (value: unknown): boolean => Array.isArray((value as { docs?: unknown } | null)?.docs)

/** What a caller sent for these, and what Payload takes out of a file's before any hook (`noteFileData`). */
const sentFor = ({ data, req }: { data: Row; req: PayloadRequest }): Row => ({
  ...(req.context.sentOfFile as Row | undefined),
  ...data,
})

/**
 * What the program computes, or notes of what it did, is not typed: a text would be a recording, a panel of nobody’s task
 * a task’s. Forms send what they were opened with, which by now may be another: theirs is left out. Whoever else sends
 * another value is told. Workers say what they have made; services and hooks write past this.
 *
 * @throws {ValidationError} naming every such field
 */
const refuseTyped =
  (computed: readonly Computed[]): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, overrideAccess, req }) => {
    const { data: taken, id, where } = args as { data?: Row; id?: string; where?: Where }
    const isWritten = operation === 'create' || operation.startsWith('update')
    const actor = actorOf(req)
    if (overrideAccess || !isWritten || !taken || req.payloadAPI === 'local') return args
    if (!actor || actor.role === 'worker') return args
    const isDuplicate = (args as { duplicateFromID?: unknown }).duplicateFromID !== undefined
    if (isDuplicate) return args
    const data = sentFor({ data: taken, req })
    const sent = computed.filter(({ keys }) => at(data, keys) !== undefined)
    if (sent.length === 0) return args
    if (req.headers.get('content-type')?.startsWith('multipart/')) {
      let rest = taken
      for (const { keys } of sent) rest = put(rest, keys, undefined)
      return { ...args, data: rest }
    }
    const wrong = new Set<string>()
    if (operation === 'create') {
      // Who may not, is told that, by Payload.
      if (!(await collection.access.create({ req, data }))) return args
      for (const { keys, byDefault, isJoin } of sent)
        if (!isNothing(at(data, keys), byDefault) && !(isJoin && isPage(at(data, keys))))
          wrong.add(keys.join('.'))
    } else {
      const { docs } = await req.payload.find({
        collection: collection.slug as CollectionSlug,
        where: id === undefined ? (where ?? {}) : { id: { equals: id } },
        depth: 0,
        pagination: false,
        trash: true,
        overrideAccess: false,
        showHiddenFields: true,
        req,
      })
      const mayChange = await changeable(
        req,
        collection.slug,
        docs.map(({ id }) => String(id)),
      )
      for (const doc of docs.filter(({ id }) => mayChange.has(String(id))))
        for (const { keys, isJoin } of sent)
          if (isJoin ? !isPage(at(data, keys)) : !isSame(at(data, keys), at(doc, keys)))
            wrong.add(keys.join('.'))
    }
    if (wrong.size === 0) return args
    throw new ValidationError(
      [...wrong].map((field) => ({ field, message: 'is not typed: the program sets it' })),
    )
  }

/** For every collection: fields that are read-only in forms are that by every door. */
export function withComputedFields(config: CollectionConfig): CollectionConfig {
  const payloads = [...(config.upload ? OF_A_FILE : []), ...(config.auth ? OF_AN_ACCOUNT : [])]
  const ofPayload = payloads.map((name) => ({ keys: [name], byDefault: undefined }))
  const computed = [...computedFields(config.slug, config.fields), ...ofPayload]
  if (computed.length === 0) return config
  const beforeOperation = [...(config.hooks?.beforeOperation ?? []), refuseTyped(computed)]
  return { ...config, hooks: { ...config.hooks, beforeOperation } }
}
