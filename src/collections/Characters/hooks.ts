import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from '@/errors'
import { relationId } from '@/lib/ids'
import { canonicalName } from '@/screenplay'

/** The one form all spellings of a name share, so that an import finds the person again. */
export const fillCanonicalName: CollectionBeforeValidateHook = ({ data }) => {
  if (data?.name) data.canonicalName = canonicalName(String(data.name))
  return data
}

/** A character belongs to exactly what its scope says. */
export const checkScope: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  if (!data) return data
  const scope = data.scope ?? originalDoc?.scope ?? 'project'
  const has = (field: 'project' | 'world') => relationId(data[field] ?? originalDoc?.[field]) !== null
  if (scope === 'project' && !has('project')) {
    throw new ValidationError([{ field: 'project', message: 'is required for a character of a project' }])
  }
  if (scope === 'world' && !has('world')) {
    throw new ValidationError([{ field: 'world', message: 'is required for a character of a world' }])
  }
  return data
}
