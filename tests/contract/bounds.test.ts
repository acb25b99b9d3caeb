import { createRequire } from 'node:module'
import { configToSchema } from '@payloadcms/graphql'
import { expect, it } from 'vitest'
import { MAX_PAGE } from '@/collections/bounds/pages'
import { collections } from '@/collections/registry'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

// Payload's own copy: graphql refuses the schemas of another.
const { parse, validate } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

describeEngines('What one question may ask for', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)

  it('is a page, also where everything is asked for', async () => {
    const asked = new Set<string>()
    for (const { slug } of payload().config.collections) {
      for (const all of ['limit=0', 'limit=1000000', 'pagination=false', 'limit=0&pagination=false']) {
        const { status, body } = await rest(`/${slug}?${all}&depth=0`)
        // What is nobody's has no list at all.
        if (status !== 200) continue
        asked.add(slug)
        expect(body, `${slug}?${all}`).toMatchObject({ limit: MAX_PAGE, page: 1 })
        expect(body.totalDocs, slug).toBe((await payload().count({ collection: slug as 'scenes' })).totalDocs)
      }
    }
    for (const { slug } of collections) expect(asked).toContain(slug)
  })

  it('goes no deeper than the bound', async () => {
    const at = async (depth: number) => (await rest(`/panels/${tree().panel.id}?depth=${depth}`)).text
    expect(await at(50)).toBe(await at(5))
    expect(await at(5)).not.toBe(await at(4))
  })

  it('is bounded in GraphQL, too', () => {
    const { schema, validationRules } = configToSchema(payload().config)
    const problems = (query: string) => {
      const document = parse(query)
      const rules = validationRules({ schema, document } as never)
      return validate(schema, document, rules).map(({ message }) => message)
    }
    const many = (count: number) =>
      `{${Array.from({ length: count }, (_, n) => `p${n}: Projects { docs { id } }`).join('\n')}}`
    const deep = (count: number) =>
      `{ Panels { docs { ${'shot { scene { episode { project { id } } panels { docs { '.repeat(count)}id${' } } } }'.repeat(count)} } } }`
    expect(problems('{ Panels { docs { id shot { scene { episode { project { title } } } } } } }')).toEqual(
      [],
    )
    expect(problems(many(5))).toEqual([])
    expect(problems(many(40)).join()).toContain('40 aliases')
    expect(problems(deep(6)).join()).toContain('fields deep')
  })
})
