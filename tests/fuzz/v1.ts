import type { Dice } from './dice'
import type { FuzzRequest } from './request'
import type { Studio } from './studio'
import { encoded, escaped, NASTY_TEXTS, nasty } from './values'

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  $ref?: string
}

interface Operation {
  parameters?: Array<{ name: string; in: string; schema: Schema; required?: boolean }>
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** As `/openapi.json` has it. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const SCRIPT = 'INT. BAR - DAY\n\nMara counts.\n'

export class V1Requests {
  private readonly operations: Array<{ path: string; method: string; operation: Operation }>

  constructor(
    private readonly api: OpenApi,
    private readonly studio: () => Studio,
  ) {
    this.operations = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )
  }

  make(dice: Dice): FuzzRequest {
    const { path, method, operation } = dice.pick(this.operations)
    const request: FuzzRequest = {
      method: method.toUpperCase(),
      path: path.replace(/\{(\w+)\}/g, () => this.id(dice, path)),
      query: [],
      headers: [],
    }
    for (const { name, in: where, schema, required } of operation.parameters ?? []) {
      if (where !== 'query' || !dice.chance(required ? 0.9 : 0.5)) continue
      const value = this.value(dice, schema, name)
      request.query.push([
        name,
        escaped(dice, typeof value === 'string' ? value : String(JSON.stringify(value))),
      ])
    }
    if (dice.chance(0.1)) request.query.push([escaped(dice, dice.pick(NASTY_TEXTS)), 'x'])
    if (dice.chance(0.1))
      request.headers.push([
        dice.pick(['If-Match', 'If-None-Match', 'Idempotency-Key', 'Range']),
        dice.pick(['*', '""', '"x"', 'bytes=0-', 'bytes=9-1', 'W/"a"', ',,,']),
      ])
    const content = operation.requestBody?.content
    if (content && dice.chance(0.95)) this.addBody(dice, request, content)
    return request
  }

  private addBody(dice: Dice, request: FuzzRequest, content: Record<string, { schema: Schema }>): void {
    const type = dice.pick(Object.keys(content))
    const schema = content[type]?.schema ?? {}
    if (dice.chance(0.05))
      request.headers.push(['Content-Type', dice.pick([...Object.keys(content), 'text/x'])])
    if (dice.chance(0.05)) {
      request.body = { bytes: Buffer.from(dice.pick(['{', '\u0000', '[1,', '{"a":"\\ud83d"}', 'null', ''])) }
    } else if (type === 'multipart/form-data') {
      const properties = Object.entries(this.resolve(schema).properties ?? {})
      request.body = {
        form: properties
          .filter(() => dice.chance(0.7))
          .map(([name, each]) => {
            const value = this.value(dice, each, name)
            return [
              name,
              name === 'file' ? SCRIPT : typeof value === 'string' ? value : String(JSON.stringify(value)),
            ]
          }),
      }
    } else if (type === 'application/json') {
      request.body = { json: this.value(dice, schema, 'body') }
    } else {
      request.headers.push(['Content-Type', type])
      request.body = {
        bytes: Buffer.from(dice.pick([SCRIPT, '%PDF-1.4\n', '\u0000\u0001', 'PK\u0003\u0004'])),
      }
    }
  }

  private id(dice: Dice, path: string): string {
    const { ids } = this.studio()
    const of = path.split('/')[3] ?? ''
    const known = ids[of === 'drafts' ? 'script-drafts' : of] ?? []
    if (known.length > 0 && dice.chance(0.7)) return dice.pick(known)
    if (dice.chance(0.3)) return dice.pick(Object.values(ids).flat())
    return encoded(dice.pick(NASTY_TEXTS))
  }

  private resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1)
    return name ? this.resolve(this.api.components.schemas[name] ?? {}) : schema
  }

  private value(dice: Dice, given: Schema, name: string, depth = 0): unknown {
    const ids = Object.values(this.studio().ids).flat()
    if (dice.chance(0.08)) return nasty(dice, ids)
    const schema = this.resolve(given)
    const options = schema.anyOf ?? schema.oneOf
    if (options) return this.value(dice, dice.pick(options), name, depth)
    if (schema.enum) return dice.pick(schema.enum)
    if (schema.const !== undefined) return schema.const
    const type = dice.pick([schema.type ?? 'string'].flat())
    if (type === 'integer' || type === 'number') return dice.pick([0, 1, 1, 2, 5, 1.5, -1, 9e99])
    if (type === 'boolean') return dice.chance(0.5)
    if (type === 'null') return null
    if (type === 'array') {
      const items = schema.prefixItems ?? Array.from({ length: dice.below(3) }, () => schema.items ?? {})
      return depth > 5 ? [] : items.map((each) => this.value(dice, each, name, depth + 1))
    }
    if (type === 'object') {
      const body: Record<string, unknown> = {}
      for (const [key, each] of Object.entries(schema.properties ?? {}))
        if (dice.chance(schema.required?.includes(key) ? 0.95 : 0.4))
          body[key] = depth > 5 ? null : this.value(dice, each, key, depth + 1)
      if (dice.chance(0.05)) body[dice.pick(NASTY_TEXTS)] = 1
      return body
    }
    if (/ids?$/i.test(name) || name === 'id') return dice.pick([...ids, 'nope'])
    if (name === 'text') return dice.pick([SCRIPT, SCRIPT, 'x', ...NASTY_TEXTS])
    return dice.pick(['A word', ...NASTY_TEXTS])
  }
}
