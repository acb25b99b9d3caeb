import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { isSame } from '@/collections/hooks/changedValues'
import { describeEngine } from './engines'
import { asAdmin } from './restApi'

/** A moment, or a count, that is the program's, which clients send back long after they have read it. */
const MOMENTS = new Set(['updatedAt', 'deletedAt', 'panels.chosenAt', 'episodes.script.version'])
/** Asked about in other words, which tests of their own look at. */
const OTHERWISE = new Set([
  'characters.scope',
  'users.currentPassword',
  'users.email',
  'users.role',
  'users.enableAPIKey',
])

interface Place {
  keys: string[]
  field: FlattenedField
}

/** Every field of a collection but for those of rows. */
function placesIn(fields: readonly FlattenedField[], before: readonly string[] = []): Place[] {
  return fields.flatMap((field): Place[] => {
    const keys = [...before, field.name]
    if (field.type === 'group' || field.type === 'tab') return placesIn(field.flattenedFields, keys)
    return [{ keys, field }]
  })
}

const at = (doc: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], doc)

const put = (keys: readonly string[], value: unknown): unknown =>
  keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)

/** What the field could have, and has not. */
function another(field: FlattenedField, value: unknown): unknown {
  if (field.type === 'number') return Number(value ?? 0) + 1
  if (field.type === 'checkbox') return !value
  if (field.type === 'date') return '2031-02-03T04:05:06.000Z'
  if (field.type === 'json') return { other: 1 }
  if (field.type === 'email') return 'other@example.org'
  if (field.type === 'array') return []
  if (field.type === 'join') return ['another']
  const text = 'maxLength' in field && field.maxLength && field.maxLength < 10 ? 'x1' : 'another one'
  const one =
    field.type === 'select'
      ? field.options.map((o) => (typeof o === 'string' ? o : o.value)).find((o) => o !== value)
      : text
  if (field.name === 'slug') return 'another-slug'
  return 'hasMany' in field && field.hasMany ? [one] : one
}

describeEngine('sqlite', 'What a caller sends', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)

  it('is taken, or refused by its name', async () => {
    const t = tree()
    const { docs: users } = await payload().find({ collection: 'users', limit: 1 })
    const ids: Record<string, string> = {
      projects: t.project.id,
      episodes: t.episode.id,
      scenes: t.scene.id,
      characters: t.character.id,
      locations: t.location.id,
      worlds: t.world.id,
      voices: t.voice.id,
      shots: t.shot.id,
      panels: t.panel.id,
      media: t.media.id,
      sessions: t.session.id,
      users: String(users[0]?.id),
    }
    const dropped: string[] = []
    for (const [slug, id] of Object.entries(ids)) {
      const stored = () =>
        payload().findByID({
          collection: slug as 'scenes',
          id,
          depth: 0,
          joins: false,
          showHiddenFields: true,
        })
      for (const { keys, field } of placesIn(
        payload().collections[slug as 'scenes'].config.flattenedFields,
      )) {
        const path = keys.join('.')
        if (field.type === 'relationship' || field.type === 'upload') continue
        if (MOMENTS.has(path) || MOMENTS.has(`${slug}.${path}`) || OTHERWISE.has(`${slug}.${path}`)) continue
        const value = another(field, at(await stored(), keys))
        if (isSame(value, at(await stored(), keys))) continue
        const { status, text } = await rest(`/${slug}/${id}`, {
          method: 'PATCH',
          json: put(keys, value) as object,
        })
        if (status >= 500) dropped.push(`${slug}.${path} ${status} ${text}`)
        else if (status >= 400 && !text.includes(keys[0] as string))
          dropped.push(`${slug}.${path} UNNAMED ${status} ${text.slice(0, 150)}`)
        else if (status === 200 && !isSame(value, at(await stored(), keys)))
          dropped.push(`${slug}.${path} DROPPED ${JSON.stringify(at(await stored(), keys))}`)
      }
    }
    expect(dropped).toEqual([])
  }, 200_000)
})
