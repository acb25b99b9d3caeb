import type { CollectionConfig } from 'payload'
import { createInProject, inProject, versionsInProject } from '@/access'
import { cascade } from '../hooks/cascade'
import { deriveFromParent } from '../hooks/deriveFromParent'
import { guardLockedTrash } from '../hooks/guardLocked'
import { guardTurn, guardTurnDelete } from '../hooks/guardTurn'
import { keepOriginalVersion } from '../hooks/keepOriginalVersion'
import { recountAfterChange, recountAfterDelete } from '../hooks/recount'
import { refuseParked } from '../hooks/refuseParked'
import { returnNumber } from '../hooks/returnNumber'
import { takeNumber } from '../hooks/takeNumber'
import { sceneFields } from './fields'
import {
  afterSceneChange,
  assertAsRead,
  flagStaleVoices,
  hashContent,
  keepPlannedAction,
  keepSpeakers,
  markOwnVoices,
  takeRecordingLengths,
} from './hooks'
import { leaveScript } from './leaveScript'
import { keepWhatCameSince } from './restoreVersion'
import { speakersWithCharacter } from './speakersWithCharacter'

export const Scenes: CollectionConfig = {
  slug: 'scenes',
  trash: true,
  versions: { maxPerDoc: 30 },
  indexes: [{ fields: ['episode', 'sceneNumber'], unique: true }, { fields: ['episode', 'order'] }],
  // Ids are in order of time. By the episode's number MongoDB would read the script of every scene's episode to sort.
  defaultSort: ['project', 'episode', 'order'],
  admin: {
    group: 'Story',
    useAsTitle: 'heading',
    defaultColumns: ['sceneNumber', 'heading', 'episode', 'project', 'status', 'estimatedDuration'],
    // A scene is remembered by what is said and done in it.
    listSearchableFields: ['heading', 'sceneNumber', 'synopsis', 'action', 'dialogueLines.text'],
    description:
      'What happens, where and when, in the order of the script. The search looks into action and dialogue, too.',
  },
  access: {
    create: createInProject([{ field: 'episode', collection: 'episodes' }]),
    read: inProject('read', 'episode'),
    readVersions: versionsInProject,
    update: inProject('write', 'episode'),
    delete: inProject('write', 'episode'),
  },
  fields: sceneFields,
  // On SQLite a selection brings the speakers of lines only where another relation to many is read with them.
  // The number says whether there is a former one.
  forceSelect: { characters: true, sceneNumber: true },
  hooks: {
    beforeOperation: [speakersWithCharacter],
    beforeValidate: [
      refuseParked('sceneNumber'),
      deriveFromParent({
        field: 'episode',
        collection: 'episodes',
        copy: ['project'],
        place: ['sceneNumber', 'order'],
      }),
      returnNumber('scenes'),
    ],
    beforeChange: [
      guardLockedTrash('scenes'),
      keepOriginalVersion,
      keepWhatCameSince,
      keepSpeakers,
      flagStaleVoices,
      markOwnVoices,
      takeRecordingLengths,
      hashContent,
      keepPlannedAction,
      leaveScript,
      takeNumber('scenes'),
      assertAsRead,
      guardTurn(),
    ],
    afterChange: [afterSceneChange, recountAfterChange],
    beforeDelete: [guardTurnDelete, cascade('scenes')],
    afterDelete: [recountAfterDelete],
  },
}
