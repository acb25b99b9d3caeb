import type { Level } from './levels'
import type { Caller } from './people'
import { signIn } from './people'
import type { Stage } from './stage'

/** A door that one collection, or the whole of Payload, has besides those of all collections. */
export interface Endpoint {
  level: Level
  request: (
    stage: Stage,
    caller: Caller,
  ) => Promise<{ path: string; json?: unknown; headers?: Record<string, string> }>
  /** What a refusal is answered with, where it is not one of access. */
  refusal?: number[]
  /** What must not stand in the answer of those it is not for, whatever its status is. */
  hides?: (stage: Stage) => Promise<string>
}

const at = (path: string, json?: unknown) => async () => ({ path, json })
const preference = async ({ payload, targets }: Stage) =>
  String(
    (
      await payload.findByID({
        collection: 'payload-preferences',
        id: targets.here['payload-preferences'] as string,
      })
    ).key,
  )

/** Sessions that end here are begun for it, so that nobody else’s token goes with them. */
const inOwnSession =
  (path: string) =>
  async ({ payload, people }: Stage, { who, headers }: Caller) => ({
    path,
    json: {},
    headers: who === 'nobody' || who === 'worker' ? headers : await signIn(payload, people.emails[who]),
  })

/** By name, as the configuration has them. A new one without a row fails. */
export const ENDPOINTS: Record<string, Endpoint> = {
  'users post /login': {
    level: 'none',
    request: async ({ people }) => ({
      path: '/users/login',
      json: { email: people.emails.admin, password: 'not-the-one' },
    }),
    refusal: [429],
  },
  'users post /logout': { level: 'signed-in', request: inOwnSession('/users/logout'), refusal: [400] },
  'users post /refresh-token': { level: 'people', request: inOwnSession('/users/refresh-token') },
  // No mail is sent, which is said of every address alike.
  'users post /forgot-password': {
    level: 'none',
    request: async ({ people }) => ({ path: '/users/forgot-password', json: { email: people.emails.admin } }),
    refusal: [501, 429],
  },
  'users post /reset-password': {
    level: 'none',
    request: at('/users/reset-password', { token: 'nothing-of-the-kind', password: 'long-enough-2' }),
    refusal: [429],
  },
  'users post /unlock': {
    level: 'admins',
    request: async ({ people }) => ({ path: '/users/unlock', json: { email: people.emails.owner } }),
  },
  'users post /verify/:id': { level: 'none', request: at('/users/verify/nothing-of-the-kind', {}) },
  'users post /first-register': {
    level: 'none',
    request: at('/users/first-register', { name: 'Me', email: 'me@example.org', password: 'long-enough-1' }),
    refusal: [429],
  },
  'users get /me': { level: 'anyone', request: at('/users/me') },
  'users get /init': { level: 'anyone', request: at('/users/init') },
  'media get /file/:filename': {
    level: 'readers',
    request: async ({ here }) => ({ path: `/media/file/${here.media.filename}` }),
  },
  'media get /paste-url/:id?': {
    level: 'none',
    request: async ({ here }) => ({ path: `/media/paste-url/${here.media.id}?src=http://127.0.0.1:1/x` }),
  },
  'payload-preferences get /:key': {
    level: 'anyone',
    request: async (stage) => ({ path: `/payload-preferences/${await preference(stage)}` }),
    hides: async ({ targets }) => targets.here['payload-preferences'] as string,
  },
  'payload-preferences post /:key': {
    level: 'signed-in',
    request: at('/payload-preferences/tried', { value: { limit: 20 } }),
  },
  'payload-preferences delete /:key': {
    level: 'their own',
    request: async (stage) => ({ path: `/payload-preferences/${await preference(stage)}` }),
  },
  'config get /access': { level: 'anyone', request: at('/access') },
}
