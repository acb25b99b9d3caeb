import type { CollectionAfterReadHook, PayloadRequest } from 'payload'

/** The tabs of an episode's page that are not its form. */
const TAB = /\/collections\/episodes\/[^/]+\/(?:storyboard|script)$/

/** Whether a page is asked for that has an episode's form with it and does not show it. */
export const isBesideForm = (req: Pick<PayloadRequest, 'pathname'>): boolean => TAB.test(req.pathname ?? '')

/**
 * Payload gives every tab of a document the document three times, for a form that only the first of them shows; a
 * script made each of those pages three scripts heavier. The Storyboard and Script tabs ask services for what they
 * show, which read by requests of their own.
 */
export const leaveScriptOut: CollectionAfterReadHook = ({ doc, req }) => {
  if (!doc?.script || !isBesideForm(req)) return doc
  return { ...doc, script: { version: doc.script.version } }
}
