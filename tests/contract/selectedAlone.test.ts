import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

/** Every field whose value is made when it is read. */
function madeWhenRead(fields: readonly FlattenedField[], before: readonly string[] = []): string[][] {
  return fields.flatMap((field): string[][] => {
    const keys = [...before, field.name]
    if ('flattenedFields' in field) return madeWhenRead(field.flattenedFields, keys)
    return field.hooks?.afterRead?.length && !field.hidden ? [keys] : []
  })
}

/** The value there, of every row of the lists on the way. */
const at = (value: unknown, [head, ...rest]: readonly string[]): unknown =>
  Array.isArray(value)
    ? value.map((each) => at(each, [head as string, ...rest]))
    : head === undefined
      ? (value ?? null)
      : at((value as Record<string, unknown> | null | undefined)?.[head], rest)

describeEngines('A value that is made when it is read', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)

  it('is the same where it is selected alone', async () => {
    const { project, episode, scene, shot, panel, media, character, location, world, voice } = tree()
    const other = await payload().create({
      collection: 'scenes',
      data: {
        episode: episode.id,
        sceneNumber: '7',
        heading: 'INT. ATTIC - DAY',
        order: 7,
        status: 'pending',
      },
    })
    await rest(`/scenes/${other.id}`, { method: 'PATCH', json: { deletedAt: new Date().toISOString() } })
    await payload().create({
      collection: 'scenes',
      data: {
        episode: episode.id,
        sceneNumber: '7',
        heading: 'INT. ATTIC - DAY',
        order: 8,
        status: 'pending',
      },
    })
    const { docs: users } = await payload().find({ collection: 'users' })
    const all: Array<[string, string]> = [
      ...Object.entries({ projects: project, episodes: episode, scenes: scene, shots: shot, panels: panel }),
      ...Object.entries({ media, characters: character, locations: location, worlds: world, voices: voice }),
    ].map(([slug, { id }]) => [slug, String(id)])
    all.push(['scenes', String(other.id)], ...users.map(({ id }): [string, string] => ['users', String(id)]))
    const wrong: unknown[] = []
    let seen = 0
    for (const [slug, id] of all) {
      const { flattenedFields } = payload().collections[slug as 'scenes'].config
      const whole = await rest(`/${slug}/${id}?depth=0&trash=true`)
      for (const keys of madeWhenRead(flattenedFields)) {
        const alone = await rest(`/${slug}/${id}?depth=0&trash=true&select[${keys.join('][')}]=true`)
        const [said, is] = [at(alone.body, keys), at(whole.body, keys)].map((each) => JSON.stringify(each))
        seen += 1
        if (alone.status !== 200 || said !== is) wrong.push([slug, keys.join('.'), said, is])
      }
    }
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(8)
    const gone = await rest(`/scenes/${other.id}?depth=0&trash=true&select[formerNumber]=true`)
    expect(gone.body.formerNumber).toBe('7')
  })
})
