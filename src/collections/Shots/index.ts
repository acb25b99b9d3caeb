import type { CollectionConfig } from 'payload'
import { createInProject, inProject, versionsInProject } from '@/access'
import { cascade } from '../hooks/cascade'
import { deriveFromParent } from '../hooks/deriveFromParent'
import { guardLockedTrash } from '../hooks/guardLocked'
import { keepOriginalVersion } from '../hooks/keepOriginalVersion'
import { recountAfterChange, recountAfterDelete } from '../hooks/recount'
import { refuseParked } from '../hooks/refuseParked'
import { returnNumber } from '../hooks/returnNumber'
import { takeNumber } from '../hooks/takeNumber'
import { shotFields } from './fields'
import { afterShotChange, bringIntoScene, claimForPeople, fillTitle } from './hooks'
import { ownLines } from './ownLines'
import { keepWhatCameSince } from './restoreVersion'

export const Shots: CollectionConfig = {
  slug: 'shots',
  trash: true,
  versions: { maxPerDoc: 20 },
  indexes: [{ fields: ['scene', 'shotNumber'], unique: true }, { fields: ['scene', 'order'] }],
  defaultSort: ['project', 'episode', 'scene.order', 'order'],
  admin: {
    group: 'Storyboard',
    useAsTitle: 'title',
    defaultColumns: ['title', 'episode', 'project', 'description', 'size', 'angle', 'movement', 'duration'],
    listSearchableFields: ['title', 'description'],
    description: 'How a scene is covered by the camera.',
  },
  access: {
    create: createInProject([{ field: 'scene', collection: 'scenes' }]),
    read: inProject('read', 'episode'),
    readVersions: versionsInProject,
    update: inProject('write', 'episode'),
    delete: inProject('write', 'episode'),
  },
  fields: shotFields,
  // The number says whether there is a former one.
  forceSelect: { shotNumber: true },
  hooks: {
    beforeValidate: [
      refuseParked('shotNumber'),
      deriveFromParent({
        field: 'scene',
        collection: 'scenes',
        copy: ['episode', 'project'],
        place: ['shotNumber', 'order', 'dialogueLineIds'],
      }),
      returnNumber('shots'),
    ],
    beforeChange: [
      guardLockedTrash('shots'),
      keepOriginalVersion,
      keepWhatCameSince,
      ownLines,
      claimForPeople,
      fillTitle,
      takeNumber('shots'),
    ],
    afterChange: [afterShotChange, bringIntoScene, recountAfterChange],
    beforeDelete: [cascade('shots')],
    afterDelete: [recountAfterDelete],
  },
}
