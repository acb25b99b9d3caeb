import type { CollectionConfig, Where } from 'payload'
import { listedIn } from '../currentProject'
import { cascade } from '../hooks/cascade'
import { freeNames } from '../hooks/freeNames'
import { guardTurn, guardTurnDelete, namesChange } from '../hooks/guardTurn'
import { keepOldName } from '../hooks/keepOldName'
import { keepOriginalVersion } from '../hooks/keepOriginalVersion'
import { restoreNames } from '../hooks/restoreNames'
import { characterAccess } from './access'
import { characterFields } from './fields'
import { afterCharacterChange, checkScope, fillCanonicalName, keepLook } from './hooks'
import { keepWhatCameSince, keepWhoTheyAre } from './restoreVersion'

export const Characters: CollectionConfig = {
  slug: 'characters',
  // They lead to more characters, and these back: whoever wants them asks the character.
  defaultPopulate: { relationships: false },
  trash: true,
  versions: { maxPerDoc: 30 },
  indexes: [{ fields: ['project', 'canonicalName'] }],
  admin: {
    group: 'Story',
    useAsTitle: 'name',
    defaultColumns: ['name', 'role', 'lineCount', 'project'],
    listSearchableFields: ['name', 'aliases'],
    description: 'Everybody who speaks or matters, with their look and voice.',
    // Its own, those of its worlds, and those of the whole organization.
    baseFilter: listedIn((projectId) => {
      const or: Where[] = [
        { project: { equals: projectId } },
        { 'world.project': { equals: projectId } },
        { scope: { equals: 'organization' } },
      ]
      return { or }
    }),
    components: {
      beforeListTable: ['/admin/names/UnusedNote#UnusedNote'],
    },
  },
  access: characterAccess,
  fields: characterFields,
  hooks: {
    beforeValidate: [restoreNames('characters'), keepWhoTheyAre, fillCanonicalName, checkScope],
    beforeChange: [
      keepOriginalVersion,
      freeNames('characters'),
      keepOldName('characters'),
      keepLook,
      keepWhatCameSince,
      guardTurn(namesChange),
    ],
    afterChange: [afterCharacterChange],
    beforeDelete: [guardTurnDelete, cascade('characters')],
  },
}
