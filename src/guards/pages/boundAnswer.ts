import type { CollectionAfterOperationHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { ValidationError } from '@/errors'
import { giveWay } from '@/lib/giveWay'

/**
 * Documents of one answer, those in the place of references among them. A page of 100 scenes with fifty lines each has
 * some 15,000: of a line who says it, who is heard and the recording. The answer is written in one piece.
 */
export const MOST_DOCUMENTS = 25_000
/** Lists that GraphQL looks for, one by one: of each of two hundred scenes its shots. */
export const MOST_READS = 500

/** What they may have together: one that stands in many places is written in each. */
export const MOST_CHARACTERS = 100 * 1024 ** 2

type Loader = PayloadRequest['payloadDataLoader']

interface Answer {
  documents: number
  characters: number
  reads: number
  /** Whose turn it is to look for a list. */
  line: Promise<void>
}

/** By what all parts of one request share. GraphQL gives each of them a request of its own (`isolateObjectProperty`). */
const answers = new WeakMap<Loader, Answer>()

const refusal = (message: string) => new ValidationError([{ field: 'depth', message }])

const isOver = ({ documents, characters }: Answer): boolean =>
  documents > MOST_DOCUMENTS || characters > MOST_CHARACTERS

/** How long documents are as they are answered, with all that stands in them by now. */
const lengths = new WeakMap<object, number>()

function lengthOf(document: object): number {
  const known = lengths.get(document)
  if (known !== undefined) return known
  const length = JSON.stringify(document).length
  lengths.set(document, length)
  return length
}

function assertBounded(answer: Answer): void {
  const { characters, documents, reads } = answer
  if (characters > MOST_CHARACTERS)
    throw refusal(
      `would be longer than ${MOST_CHARACTERS / 1024 ** 2} MB: ask for fewer at once (limit), for less of each (select, populate), or less deep`,
    )
  if (documents > MOST_DOCUMENTS)
    throw refusal(
      `would bring more than ${MOST_DOCUMENTS} documents along: ask for fewer at once (limit), or less deep`,
    )
  if (reads > MOST_READS)
    throw refusal(`would look for more than ${MOST_READS} lists: ask for fewer at once (limit), or less deep`)
}

function answerOf({ payloadAPI, payloadDataLoader: loader }: PayloadRequest): Answer | undefined {
  if (!loader) return undefined
  const known = answers.get(loader)
  if (known) return known
  const answer: Answer = { documents: 0, characters: 0, reads: 0, line: Promise.resolve() }
  answers.set(loader, answer)
  const load = loader.load.bind(loader)
  // What Payload puts in the place of references (fields/hooks/afterRead).
  loader.load = async (key) => {
    answer.documents += 1
    // Of REST the operation is refused as a whole (`countDocuments`): Payload listens to some of these too late.
    if (isOver(answer)) {
      if (payloadAPI === 'GraphQL') assertBounded(answer)
      return null as never
    }
    const document = await load(key)
    if (document) answer.characters += lengthOf(document)
    return document
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

/**
 * What such a list brought, and whether an answer of REST has become too long.
 *
 * @throws {ValidationError} naming `depth`
 */
export const countDocuments: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  const { overrideAccess } = args as { overrideAccess?: boolean }
  const answer = overrideAccess === true ? undefined : answerOf(req)
  if (!answer) return result
  if (req.payloadAPI !== 'GraphQL') assertBounded(answer)
  else if (operation === 'find') answer.documents += (result as { docs: unknown[] }).docs.length
  return result
}
