import type { CollectionConfig, Field } from 'payload'
import { cascade } from '../hooks/cascade'
import { guardTurn, trashChanges } from '../hooks/guardTurn'
import { beforeDeletingWaitForImport } from '../hooks/waitForImport'
import { managersOnly, projectAccess } from './access'
import { projectFields } from './fields'
import { fillSlug, membershipChanged, setCreator, stopWork } from './hooks'
import { keepWhatCameSince } from './restoreVersion'

const MANAGED_FIELDS = new Set(['members', 'createdBy', 'aiEnabled', 'budgetUsd'])

/** Field-level access where only a project's producers may change a field. */
function guard(fields: Field[]): Field[] {
  return fields.map((field) => {
    if (field.type === 'tabs')
      return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: guard(tab.fields) })) }
    if ('name' in field && MANAGED_FIELDS.has(field.name)) {
      return { ...field, access: { update: managersOnly } } as Field
    }
    return field.type === 'group' || field.type === 'row'
      ? ({ ...field, fields: guard(field.fields) } as Field)
      : field
  })
}

export const Projects: CollectionConfig = {
  slug: 'projects',
  trash: true,
  versions: { maxPerDoc: 50 },
  admin: {
    group: 'Production',
    useAsTitle: 'title',
    defaultColumns: ['title', 'type', 'status', 'episodesMade', 'updatedAt'],
    listSearchableFields: ['title', 'logline', 'slug'],
    description: 'Films, series and everything else in the making.',
    components: {
      edit: {
        beforeDocumentControls: [
          '/admin/projects/ImportIntoProject#ImportIntoProject',
          '/admin/projects/OpenStoryboard#OpenStoryboard',
        ],
      },
    },
  },
  access: projectAccess,
  fields: guard(projectFields),
  // Collaborators are the members' ids: whoever selects the one needs the other read.
  forceSelect: { members: true },
  hooks: {
    beforeValidate: [keepWhatCameSince, fillSlug],
    beforeChange: [setCreator, guardTurn(trashChanges)],
    afterChange: [membershipChanged, stopWork],
    beforeOperation: [beforeDeletingWaitForImport],
    beforeDelete: [cascade('projects')],
  },
}
