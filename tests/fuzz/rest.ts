import type { FlattenedField, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import type { Dice } from './dice'
import type { FuzzRequest } from './request'
import type { Studio } from './studio'
import { encoded, escaped, NASTY_TEXTS, nasty } from './values'

const OPERATORS = [
  'equals',
  'contains',
  'not_equals',
  'in',
  'all',
  'not_in',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'within',
  'intersects',
  'near',
]
const NO_OPERATORS = ['', 'regex', '$gt', '__proto__', 'constructor', 'toString', 'EQUALS', '0', 'equals.a']

/** What Payload adds to every collection when it starts. */
const ENDPOINTS = [
  'get /',
  'get /',
  'get /',
  'get /count',
  'get /:id',
  'get /versions',
  'get /versions/:id',
  'post /',
  'post /',
  'post /:id/duplicate',
  'post /access/:id',
  'post /versions/:id',
  'patch /',
  'patch /:id',
  'patch /:id',
  'delete /',
  'delete /:id',
]
const OF_USERS = [
  'get /init',
  'get /me',
  'post /login',
  'post /logout',
  'post /refresh-token',
  'post /first-register',
  'post /forgot-password',
  'post /reset-password',
  'post /unlock',
  'post /verify/:id',
  'post /:id/api-key/reveal',
]
const OF_FILES = ['get /file/:filename', 'get /paste-url/:id']

/** Where a form's one field must be an object. */
const NO_OBJECTS = ['{bad', '[]', 'null', '5', '"a"', '{}x', `{"a":${'['.repeat(2_000)}`]

/** Names inside of JSON, and what is none. */
const IN_JSON = [
  'a',
  'a.b',
  '0',
  '0.a',
  'a.0.b',
  'id',
  '',
  'a.',
  "a'b",
  'a"b',
  'a[0]',
  '$a',
  'a.'.repeat(300),
]

type Query = Array<[string, string]>

/** Every path of fields, of groups and lists too. */
export function pathsOf(fields: FlattenedField[], depth = 0): Array<{ path: string; field: FlattenedField }> {
  return fields.flatMap((field) => {
    const inner =
      'flattenedFields' in field && field.flattenedFields && depth < 3
        ? pathsOf(field.flattenedFields, depth + 1).map((each) => ({
            ...each,
            path: `${field.name}.${each.path}`,
          }))
        : []
    return [{ path: field.name, field }, ...inner]
  })
}

/** What a field could hold, mostly. */
export function valueFor(dice: Dice, field: FlattenedField, studio: Studio): unknown {
  if (dice.chance(0.15)) return nasty(dice, Object.values(studio.ids).flat())
  const one = (): unknown => {
    switch (field.type) {
      case 'number':
        return dice.below(20) + 1
      case 'checkbox':
        return dice.chance(0.5)
      case 'date':
        return '2024-05-06T07:08:09.000Z'
      case 'select':
      case 'radio':
        return dice.pick(field.options.map((option) => (typeof option === 'string' ? option : option.value)))
      case 'email':
        return `someone${dice.below(1e6)}@example.org`
      case 'relationship':
      case 'upload': {
        const to = dice.pick([field.relationTo].flat())
        const id = dice.pick([...(studio.ids[to] ?? []), 'nope'])
        return Array.isArray(field.relationTo) ? { relationTo: to, value: id } : id
      }
      case 'array':
      case 'group':
      case 'tab':
        return bodyFor(dice, field.flattenedFields, studio)
      case 'json':
        return nasty(dice, [])
      default:
        return dice.pick(['A word', 'Fog over the harbour.', `N${dice.below(1e6)}`])
    }
  }
  const isList = field.type === 'array' || ('hasMany' in field && field.hasMany)
  return isList ? Array.from({ length: dice.below(3) + 1 }, one) : one()
}

export function bodyFor(dice: Dice, fields: FlattenedField[], studio: Studio): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.type === 'join') continue
    if (dice.chance('required' in field && field.required ? 0.9 : 0.25))
      body[field.name] = valueFor(dice, field, studio)
  }
  if (dice.chance(0.1)) body[dice.pick(NASTY_TEXTS)] = nasty(dice, [])
  return body
}

/** Pairs of one value as qs reads it: `where[a][b]=c`. */
function pairsOf(dice: Dice, name: string, value: unknown, depth = 0): Query {
  if (typeof value !== 'object' || value === null || depth > 12)
    return [[name, escaped(dice, String(value).slice(0, 6_000))]]
  return Object.entries(value).flatMap(([key, each]) =>
    pairsOf(dice, `${name}[${encoded(key)}]`, each, depth + 1),
  )
}

export class RestRequests {
  private readonly collections: SanitizedCollectionConfig[]
  private readonly paths: Map<string, ReturnType<typeof pathsOf>>

  constructor(
    config: SanitizedConfig,
    private readonly studio: () => Studio,
  ) {
    this.collections = config.collections
    this.paths = new Map(
      config.collections.map(({ slug, flattenedFields }) => [slug, pathsOf(flattenedFields)]),
    )
  }

  private id(dice: Dice, slug: string): string {
    const known = this.studio().ids[slug] ?? []
    if (known.length > 0 && dice.chance(0.6)) return dice.pick(known)
    if (dice.chance(0.3)) return dice.pick(Object.values(this.studio().ids).flat())
    return encoded(dice.pick(NASTY_TEXTS))
  }

  private path(dice: Dice, slug: string): string {
    const known = this.paths.get(slug) ?? []
    if (known.length === 0 || dice.chance(0.08)) return dice.pick([...NASTY_TEXTS.slice(0, 40), 'id', '_id'])
    const { path, field } = dice.pick(known)
    if (
      (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') &&
      dice.chance(0.4)
    ) {
      const to = field.type === 'join' ? field.collection : field.relationTo
      return `${path}.${this.path(dice, dice.pick([to].flat()))}`
    }
    if (field.type === 'json' && dice.chance(0.6)) return `${path}.${dice.pick(IN_JSON)}`
    if ('relationTo' in field && Array.isArray(field.relationTo) && dice.chance(0.7))
      return `${path}.${dice.pick(['value', 'value', 'relationTo', 'nothing', 'value.title'])}`
    if (dice.chance(0.06)) return `${path}.${dice.pick(NASTY_TEXTS)}`
    if (dice.chance(0.04)) return `version.${path}`
    return path
  }

  where(dice: Dice, slug: string, depth = 0): unknown {
    if (dice.chance(0.03)) return nasty(dice, [])
    if (depth < 4 && dice.chance(0.2))
      return {
        [dice.pick(['and', 'or', 'AND', 'Or'])]: dice.chance(0.05)
          ? nasty(dice, [])
          : Array.from({ length: dice.below(3) + 1 }, () => this.where(dice, slug, depth + 1)),
      }
    const conditions: Record<string, unknown> = {}
    for (let count = dice.below(2) + 1; count > 0; count--) {
      const path = this.path(dice, slug)
      const operator = dice.chance(0.05) ? dice.pick(NO_OPERATORS) : dice.pick(OPERATORS)
      conditions[path] = { [operator]: this.operand(dice, slug, path) }
    }
    return conditions
  }

  private operand(dice: Dice, slug: string, path: string): unknown {
    const ids = Object.values(this.studio().ids).flat()
    const field = this.paths.get(slug)?.find((each) => each.path === path)?.field
    if (field && field.type !== 'join' && dice.chance(0.5)) return valueFor(dice, field, this.studio())
    if (dice.chance(0.1)) return this.where(dice, slug, 3)
    return nasty(dice, ids)
  }

  private query(dice: Dice, slug: string): Query {
    const query: Query = []
    const add = (share: number, name: string, value: () => unknown) => {
      if (dice.chance(share)) query.push(...pairsOf(dice, name, value()))
    }
    const some = () => nasty(dice, [])
    const counts = [
      '0',
      '-1',
      '1',
      '2',
      '5',
      '1e2',
      '1.5',
      '9e99',
      'NaN',
      'all',
      '',
      '0x10',
      '-9007199254740993',
    ]
    // As one text of JSON it holds numbers, lists and nothing as they are.
    add(0.6, 'where', () => {
      const where = this.where(dice, slug)
      return dice.chance(0.25) ? safeJson(where) : where
    })
    add(0.3, 'limit', () => (dice.chance(0.1) ? some() : dice.pick(counts)))
    add(0.2, 'page', () => (dice.chance(0.1) ? some() : dice.pick(counts)))
    add(0.4, 'depth', () => (dice.chance(0.1) ? some() : dice.pick(counts)))
    add(0.3, 'sort', () =>
      dice.chance(0.1) ? some() : `${dice.pick(['', '-', '--', '+'])}${this.path(dice, slug)}`,
    )
    add(0.15, 'select', () =>
      dice.chance(0.3) ? some() : { [this.path(dice, slug)]: dice.pick([true, false, 'x', {}]) },
    )
    add(0.1, 'populate', () => ({ [dice.pick(this.collections).slug]: { [this.path(dice, slug)]: true } }))
    add(0.1, 'joins', () => {
      const joins = (this.paths.get(slug) ?? []).filter(({ field }) => field.type === 'join')
      if (joins.length === 0 || dice.chance(0.2)) return some()
      const { path, field } = dice.pick(joins)
      const to = field.type === 'join' ? String([field.collection].flat()[0]) : slug
      return {
        [path]: dice.pick([
          { where: this.where(dice, to) },
          { limit: dice.pick(counts) },
          { sort: this.path(dice, to) },
          { page: dice.pick(counts) },
          { count: 'true' },
          false,
        ]),
      }
    })
    add(0.1, 'locale', () => dice.pick(['en', 'all', '*', ...NASTY_TEXTS]))
    add(0.1, 'fallback-locale', () => dice.pick(['none', 'null', ...NASTY_TEXTS]))
    add(0.1, 'draft', () => dice.pick(['true', 'false', '1', 'x']))
    add(0.1, 'trash', () => dice.pick(['true', 'false', '1', 'x']))
    add(0.1, 'pagination', () => dice.pick(['true', 'false', 'x']))
    add(0.03, 'publishSpecificLocale', some)
    add(
      0.03,
      dice.pick(['autosave', 'prefix', 'overrideLock', 'duplicateFromID', 'data', 'fields', 'req']),
      some,
    )
    add(0.03, dice.pick(['__proto__', 'constructor', 'where', 'sort']), some)
    return query
  }

  make(dice: Dice): FuzzRequest {
    const collection = dice.pick(this.collections)
    const { slug } = collection
    const own = (collection.endpoints || []).map((each) => `${each.method} ${each.path}`)
    const all = [
      ...ENDPOINTS,
      ...own,
      ...(collection.auth ? OF_USERS : []),
      ...(collection.upload ? OF_FILES : []),
    ]
    const [verb = '', place = ''] = dice.pick(all).split(' ')
    const path = place.replace(/\/$/, '').replace(/:(\w+)\??/g, (_, name) => {
      if (name === 'filename') return dice.pick([...this.studio().filenames, this.id(dice, slug)])
      return this.id(dice, place.startsWith('/versions') ? `${slug}/versions` : slug)
    })
    const method = verb.toUpperCase()
    const request: FuzzRequest = {
      method,
      path: `/api/${slug}${path}`,
      query: dice.chance(method === 'GET' ? 0.95 : 0.3) ? this.query(dice, slug) : [],
      headers: [],
    }
    // Nobody's account is to be lost: all the others would be nobody from then on.
    if (method === 'DELETE' && dice.chance(0.7)) request.query.push(['where[id][equals]', 'nope'])
    if (['POST', 'PATCH', 'PUT'].includes(method) && dice.chance(0.9))
      request.body = this.body(dice, collection)
    return request
  }

  private body(dice: Dice, collection: SanitizedCollectionConfig): FuzzRequest['body'] {
    const ids = Object.values(this.studio().ids).flat()
    const chosen = dice.below(20)
    if (chosen === 0) return { json: nasty(dice, ids) }
    if (chosen === 1)
      return {
        bytes: Buffer.from(dice.pick(['{', '[1,', '"', '{"a":1}}', '\ufeff{}', '{"a":NaN}', '\u0000'])),
      }
    if (chosen === 2)
      return { bytes: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xc0, 0x22, 0x7d]) }
    const json = bodyFor(dice, collection.flattenedFields, this.studio())
    if (chosen === 3 || (collection.upload && chosen < 12))
      return {
        form: [
          ['file', dice.pick(['', '\u0089PNG\r\n', 'words', '{"filename":"a.png"}'])],
          ['_payload', dice.chance(0.1) ? dice.pick([...NASTY_TEXTS, ...NO_OBJECTS]) : safeJson(json)],
          ...(dice.chance(0.05) ? [['_payload', '{}'] as [string, string]] : []),
          ...(dice.chance(0.1) ? [[dice.pick(['file', 'x', '__proto__']), 'x'] as [string, string]] : []),
        ],
      }
    return { json }
  }

  /** A list or a document of the admin. */
  page(dice: Dice): FuzzRequest {
    const { slug } = dice.pick(this.collections)
    const path = dice.pick([
      `/admin/collections/${slug}`,
      `/admin/collections/${slug}`,
      `/admin/collections/${slug}/${this.id(dice, slug)}`,
      `/admin/collections/${slug}/${this.id(dice, slug)}/versions`,
      `/admin/collections/${slug}/${this.id(dice, slug)}/versions/${this.id(dice, `${slug}/versions`)}`,
      `/admin/${this.id(dice, slug)}`,
      `/admin/collections/${encoded(dice.pick(NASTY_TEXTS))}`,
    ])
    const query: Query = this.query(dice, slug)
    if (dice.chance(0.2)) query.push(['search', escaped(dice, dice.pick(NASTY_TEXTS))])
    return { method: 'GET', path, query, headers: [] }
  }
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return '{}'
  }
}
