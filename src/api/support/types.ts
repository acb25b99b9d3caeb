import type { Payload, TypedUser } from 'payload'

/** What middleware puts into a request's context. */
export interface ApiEnv {
  Variables: {
    /** Echoed as `x-request-id` and logged with every fault. */
    requestId: string
    payload: Payload
    /** Set on every route made by {@link signedInRoute}. */
    user: TypedUser
  }
}

/** How the API reaches Payload: late, so that building or importing it opens no database. */
export type PayloadSource = () => Promise<Payload>
