import type { CollectionBeforeChangeHook } from 'payload'
import { Conflict, ValidationError } from '@/errors'
import { refuseTooManyLines, ScriptError } from '@/screenplay'

interface Script {
  text?: string | null
  version?: number | null
  importState?: string | null
}

const HOW =
  'Its scenes go with it where it is restored or changed in the Script tab, or by /api/v1/episodes/{id}/drafts.'

/** What services say of a script, and nobody else: of one that is new, that no scenes were made from it. */
const NOT_IMPORTED = {
  importState: 'none',
  importedHash: null,
  sourceFormat: null,
  sourceFilename: null,
  marks: null,
  remarks: null,
  readingChoices: null,
}

/**
 * The text of a script from which scenes were made changes in one way alone: together with them, by the services of
 * scripts and drafts. Restoring an earlier version of the episode, or writing the field by REST or GraphQL, would
 * leave scenes of one script beside the text of another.
 *
 * @throws {Conflict}
 * @throws {ValidationError} where the text has more lines than any script, which an import would refuse, too
 */
export const guardScript: CollectionBeforeChangeHook = ({ data, originalDoc, operation, context, req }) => {
  const stored = originalDoc?.script as Script | undefined
  refuseEndless((data.script as Script | undefined)?.text, stored?.text)
  if (operation === 'create' && req.payloadAPI !== 'local' && data.script) {
    return { ...data, script: { ...(data.script as Script), ...NOT_IMPORTED } }
  }
  const hasScenes = Boolean(stored?.importState) && stored?.importState !== 'none'
  if (operation !== 'update' || !hasScenes) return data
  const given = data.script as Script | undefined
  const isOther = given?.text !== undefined && (given.text ?? '') !== (stored?.text ?? '')
  if (context.isRestoringVersion) {
    if (isOther || given?.text === undefined) {
      throw new Conflict(`This version of the episode has another script than the one it has now. ${HOW}`)
    }
    return { ...data, script: stored }
  }
  if (req.payloadAPI === 'local' || given === undefined) return data
  // A form that was opened before somebody saved another script sends it as it was then: nobody typed it.
  const isFromBefore = given.version !== undefined && given.version !== stored?.version
  if (isOther && !isFromBefore) {
    throw new Conflict(`The text of a script is not changed by itself. ${HOW}`)
  }
  return { ...data, script: stored }
}

function refuseEndless(text: string | null | undefined, before: string | null | undefined): void {
  if (!text || text === before) return
  try {
    refuseTooManyLines(text)
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    throw new ValidationError([
      { field: 'script.text', message: error.problems[0]?.message ?? error.message },
    ])
  }
}
