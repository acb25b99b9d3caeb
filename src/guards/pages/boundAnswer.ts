import type { CollectionAfterOperationHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { ValidationError } from '@/errors'
import { giveWay } from '@/lib/giveWay'

/**
 * Documents of one answer, those in the place of references among them. A page of 200 scenes with fifty lines each has some
 * 20,000; each of them is a kilobyte or two of the answer, which is written in one piece.
 */
export const MOST_DOCUMENTS = 25_000
/** Lists that GraphQL looks for, one by one: of each of two hundred scenes its shots. */
export const MOST_READS = 500

type Loader = PayloadRequest['payloadDataLoader']

interface Answer {
  documents: number
  reads: number
  /** Whose turn it is to look for a list. */
  line: Promise<void>
}

/** By what all parts of one request share. GraphQL gives each of them a request of its own (`isolateObjectProperty`). */
const answers = new WeakMap<Loader, Answer>()

const refusal = (message: string) => new ValidationError([{ field: 'depth', message }])

function assertBounded({ documents, reads }: Answer): void {
  if (documents > MOST_DOCUMENTS)
    throw refusal(
      `would bring more than ${MOST_DOCUMENTS} documents along: ask for fewer at once (limit), or less deep`,
    )
  if (reads > MOST_READS)
    throw refusal(`would look for more than ${MOST_READS} lists: ask for fewer at once (limit), or less deep`)
}

function answerOf({ payloadDataLoader: loader }: PayloadRequest): Answer | undefined {
  if (!loader) return undefined
  const known = answers.get(loader)
  if (known) return known
  const answer: Answer = { documents: 0, reads: 0, line: Promise.resolve() }
  answers.set(loader, answer)
  const load = loader.load.bind(loader)
  // What Payload puts in the place of references (fields/hooks/afterRead).
  loader.load = async (key) => {
    answer.documents += 1
    assertBounded(answer)
    return load(key)
  }
  return answer
}

/**
 * Ends an answer that has no end, or none soon: what references lead to leads on, and back. Lists within lists of GraphQL
 * are looked for one after another, and others have a turn between them.
 *
 * @throws {ValidationError} naming `depth`
 */
export const boundAnswer: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true) return args
  const answer = answerOf(req)
  if (!answer || operation !== 'read' || req.payloadAPI !== 'GraphQL') return args
  answer.reads += 1
  assertBounded(answer)
  answer.line = answer.line.then(giveWay)
  await answer.line
  // What came before it may have been enough.
  assertBounded(answer)
  return args
}

/** What such a list brought. */
export const countDocuments: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  const { overrideAccess } = args as { overrideAccess?: boolean }
  if (overrideAccess !== true && operation === 'find' && req.payloadAPI === 'GraphQL') {
    const answer = answerOf(req)
    if (answer) answer.documents += (result as { docs: unknown[] }).docs.length
  }
  return result
}
