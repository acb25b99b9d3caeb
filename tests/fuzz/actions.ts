import type { SanitizedConfig } from 'payload'
import { CLOSED_FUNCTIONS, OPEN_FUNCTIONS } from '@/admin/server-functions/names'
import { serverActions } from '../int/support/serverFunctions'
import type { Dice } from './dice'
import type { FuzzRequest } from './request'
import type { Studio } from './studio'
import { encoded, NASTY_TEXTS, nasty } from './values'

/** What is told a function, and more. */
const ARGUMENTS =
  'id docID initialData data formState docPermissions docPreferences operation schemaPath select query columns parent orderableFieldName drawerSlug originalUpdatedAt tableAppearance'.split(
    ' ',
  )

/** What React would take for something else than a text. */
const REFERENCES = [
  '$1',
  '$B1',
  '$F1',
  '$Q1',
  '$W1',
  '$K1',
  '$i1',
  '$@1',
  '$nx',
  '$S',
  '$o1',
  '$R1',
  '$1:a',
  '$Dnope',
]

const BROKEN = [
  '',
  '{',
  'nope',
  '[1',
  'null',
  '5',
  '{}',
  '[]',
  '["de"]',
  '[["de"]]',
  '[null]',
  '"$1"',
  '["$B1"]',
]

/** Calls of the admin's server functions, as a page sends them and otherwise. */
export class ActionRequests {
  private readonly slugs: string[]
  private readonly actions = Object.values(serverActions())

  constructor(
    config: SanitizedConfig,
    private readonly studio: () => Studio,
  ) {
    this.slugs = config.collections.map(({ slug }) => slug)
  }

  make(dice: Dice): FuzzRequest {
    const action = dice.chance(0.05) ? encoded(dice.pick(NASTY_TEXTS)) : dice.pick(this.actions)
    const type = dice.chance(0.9)
      ? 'text/plain;charset=UTF-8'
      : dice.pick(['multipart/form-data; boundary=B', 'application/json', ''])
    const body = dice.chance(0.3) ? dice.pick(BROKEN) : JSON.stringify([this.call(dice)])
    return {
      method: 'POST',
      path: dice.pick(['/admin', '/admin', '/admin/account', '/admin/login', '/nowhere']),
      query: [],
      // Without the header a page is asked for by a form.
      headers: [
        ...(dice.chance(0.95) ? [['Next-Action', action] as [string, string]] : []),
        ['Content-Type', type],
      ],
      body: { bytes: Buffer.from(body) },
    }
  }

  private call(dice: Dice): unknown {
    const ids = Object.values(this.studio().ids).flat()
    const odd = () => (dice.chance(0.2) ? dice.pick(REFERENCES) : nasty(dice, ids))
    const slug = dice.pick(this.slugs)
    const args: Record<string, unknown> = { collectionSlug: dice.chance(0.05) ? odd() : slug }
    for (const name of dice.some(ARGUMENTS, 3))
      args[name] = dice.chance(0.3)
        ? dice.pick([...(this.studio().ids[slug] ?? []), { id: dice.pick(ids) }])
        : odd()
    if (dice.chance(0.2)) args.initialData = { id: odd() }
    const names = [...OPEN_FUNCTIONS, ...OPEN_FUNCTIONS, ...Object.keys(CLOSED_FUNCTIONS)]
    return { name: dice.chance(0.05) ? odd() : dice.pick(names), args: dice.chance(0.05) ? odd() : args }
  }
}
