import { type AfterErrorHook, Forbidden } from 'payload'
import { Unauthenticated } from '@/errors'

/** Who comes for the first account where there is one must not sign in with it: there is no such thing any more. */
const FIRST = /\/first-register$/

/**
 * Payload says of what nobody may do that it is not allowed (403), also where nobody is signed in: by a session that has
 * ended, a key that is none, or nothing at all. A frontend has to know it from a right that somebody lacks.
 */
export const askToSignIn: AfterErrorHook = ({ error, req, graphqlResult }) => {
  if (graphqlResult || req.user || !(error instanceof Forbidden) || FIRST.test(req.pathname ?? ''))
    return undefined
  const { name, message, code, status } = new Unauthenticated()
  return { status, response: { errors: [{ name, message, data: { code } }] } }
}
