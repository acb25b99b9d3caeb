import type { CollectionBeforeChangeHook } from 'payload'
import { keepOfToday } from '../hooks/keepOfToday'

const today = keepOfToday(['project', 'episodeNumber', 'status', 'production', 'outputs', 'deletedAt'])

/**
 * An earlier version of an episode is its title and its synopsis. Which one it is, how far it is and what was made of it
 * are as of today; about its script see guardScript.
 */
export const keepWhatCameSince: CollectionBeforeChangeHook = ({ data, originalDoc, req }) =>
  today({ data, originalDoc, req })
