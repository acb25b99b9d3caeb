import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook } from 'payload'
import { relationId, relationIds } from '@/lib/ids'
import type { Character } from '@/payload-types'
import { keepOfToday } from '../hooks/keepOfToday'

type Voice = Character['voiceProfile']
type Look = Character['visualDesign']

const today = keepOfToday(['scope', 'project', 'world', 'lineCount', 'deletedAt'])

/**
 * Whose a character is, how much they say, and as whom they are drawn and voiced: of today, whatever an earlier version
 * says. Before it is asked whether that may be.
 */
export const keepWhoTheyAre: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!data || !originalDoc || !req.context.isRestoringVersion) return data
  const castAs = originalDoc.visualDesign?.castAs ?? null
  return { ...today({ data, originalDoc, req }), visualDesign: { ...data.visualDesign, castAs } }
}

/**
 * The voice of a version, where it has one that is still there. A consent is given for a voice: an earlier version with
 * the same one does not take it back.
 */
function restoredVoice(version: Voice, now: Voice): Voice {
  const voice = relationId(version?.voice)
  if (voice === null) return now
  return voice === relationId(now?.voice) ? { ...version, consent: now?.consent } : version
}

/** The pictures of a version, where it has some that are still there. */
const restoredLook = (version: Look, now: Look): Look => ({
  ...version,
  references: relationIds(version?.references).length > 0 ? version?.references : now?.references,
  approvedDesign:
    relationId(version?.approvedDesign) === null ? now?.approvedDesign : version?.approvedDesign,
})

/** What was cast, designed and approved since an earlier version said nothing of it. */
export const keepWhatCameSince: CollectionBeforeChangeHook = ({ data, originalDoc, context }) => {
  if (!context.isRestoringVersion || !originalDoc) return data
  const relationships = (data.relationships ?? []) as NonNullable<Character['relationships']>
  return {
    ...data,
    // Whom somebody was related to may be gone.
    relationships: relationships.filter(({ character }) => relationId(character) !== null),
    visualDesign: restoredLook(data.visualDesign, originalDoc.visualDesign),
    voiceProfile: restoredVoice(data.voiceProfile, originalDoc.voiceProfile),
  }
}
