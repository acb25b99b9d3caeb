import { redirect } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'

/** What stands at an episode's former Versions tab: the way to the versions of its script. */
export function ToScriptVersions({ doc, initPageResult: { req } }: DocumentViewServerProps): never {
  redirect(`${req.payload.config.routes.admin}/collections/episodes/${doc?.id}/script?versions=all`)
}
