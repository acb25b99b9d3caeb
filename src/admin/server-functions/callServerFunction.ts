import { handleServerFunctions } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound, unstable_rethrow } from 'next/navigation'
import {
  type CollectionSlug,
  createLocalReq,
  executeAuthStrategies,
  getPayload,
  type ImportMap,
  type SanitizedConfig,
} from 'payload'
import { isRecord } from '@/lib/isRecord'
import { formState } from '../edit-locks/formState'
import { unanswerable } from '../page-query/answerable'
import { argumentsOf } from './arguments'
import { hasFewRows } from './bounds'
import { mayCall } from './mayCall'
import { isOpen } from './names'

interface Admin {
  config: Promise<SanitizedConfig>
  importMap: ImportMap
}

/** What Payload's views throw for a page that there is not, as of collections that the admin does not show. */
const NOT_THERE = 'not-found'

/** React's of what only the caller has (`$T`), and whatever is looked for in it; in forms it stands for what they draw. */
const OF_THE_CALLER = /temporary client reference/i

const isCallersFault = (error: unknown): boolean => {
  const { status, message } = (error ?? {}) as { status?: unknown; message?: unknown }
  if (message === NOT_THERE || OF_THE_CALLER.test(String(message))) return true
  return typeof status === 'number' && status < 500
}

/** Payload answers some faults as what it found out, with its own words in them. */
const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'errors' in answer && !('state' in answer)

/**
 * One of Payload's server functions, for who may call it with what they send. Payload itself looks for the name among
 * all properties of an object (`handleServerFunctions`), and leaves it to each function who may call it.
 *
 * Whatever is wrong is answered alike, with 404: nothing is told of what is there.
 */
export async function callServerFunction(call: unknown, admin: Admin): Promise<unknown> {
  try {
    return await answerTo(call, admin)
  } catch (error) {
    unstable_rethrow(error)
    if (isCallersFault(error)) notFound()
    throw error
  }
}

async function answerTo(call: unknown, { config, importMap }: Admin): Promise<unknown> {
  if (typeof call !== 'object' || call === null) notFound()
  const { name, args: given } = call as { name?: unknown; args?: unknown }
  if (!isOpen(name)) notFound()
  const args = argumentsOf(name, given)
  if (!args) notFound()
  const payload = await getPayload({ config, cron: true, importMap })
  const fields = Object.hasOwn(payload.collections, args.collectionSlug)
    ? payload.collections[args.collectionSlug as CollectionSlug].config.flattenedFields
    : []
  if (isRecord(args.data) && !hasFewRows(fields, args.data)) notFound()
  const asked = await headers()
  const { user } = await executeAuthStrategies({ headers: asked, payload })
  const req = await createLocalReq({ user: user ?? undefined, req: { headers: asked } }, payload)
  if (!(await mayCall(req, name, args))) notFound()
  const query = args.query as Record<string, unknown> | undefined
  for (const left of query ? unanswerable(payload, args.collectionSlug, query) : []) delete query?.[left]
  const answer = await handleServerFunctions({
    name,
    args,
    config,
    importMap,
    serverFunctions: { 'form-state': formState },
  })
  if (isRefusal(answer)) notFound()
  return answer
}
