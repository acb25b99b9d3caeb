import type { CollectionConfig } from 'payload'
import { createInProject, inProject, versionsInProject } from '@/access'
import { cascade } from '../hooks/cascade'
import { guardTurn, trashChanges } from '../hooks/guardTurn'
import { beforeDeletingWaitForImport } from '../hooks/waitForImport'
import { episodeFields } from './fields'
import { guardScript } from './guardScript'
import { computeScript, recountAfterChange, recountAfterDelete } from './hooks'
import { leaveScriptOut } from './leaveScriptOut'
import { keepWhatCameSince } from './restoreVersion'

export const Episodes: CollectionConfig = {
  slug: 'episodes',
  // Each of a hundred scenes would bring the whole script along. Whoever wants it asks the episode.
  defaultPopulate: { script: false },
  trash: true,
  versions: { maxPerDoc: 30 },
  indexes: [{ fields: ['project', 'episodeNumber'], unique: true }],
  defaultSort: ['project', 'episodeNumber'],
  admin: {
    group: 'Production',
    useAsTitle: 'title',
    defaultColumns: ['title', 'episodeNumber', 'project', 'status', 'production.percentage'],
    listSearchableFields: ['title', 'synopsis'],
    description: 'A film has one, a series has many. The Storyboard tab is where an episode is made.',
    components: {
      edit: { beforeDocumentControls: ['/admin/episodes/ImportIntoEpisode#ImportIntoEpisode'] },
      views: {
        edit: {
          storyboard: {
            Component: '/admin/storyboard/StoryboardView#StoryboardView',
            path: '/storyboard',
            tab: { label: 'Storyboard', href: '/storyboard', order: 110 },
            meta: { title: 'Storyboard' },
          },
          script: {
            Component: '/admin/script/ScriptView#ScriptView',
            path: '/script',
            tab: { label: 'Script', href: '/script', order: 120 },
            meta: { title: 'Script' },
          },
          // An earlier version of an episode has an earlier script, without its scenes: see guardScript. Those of the
          // script are in its own tab.
          versions: {
            Component: '/admin/script/versions/ToScriptVersions#ToScriptVersions',
            tab: { condition: () => false },
          },
          version: { Component: '/admin/script/versions/ToScriptVersions#ToScriptVersions' },
        },
      },
    },
  },
  access: {
    create: createInProject(),
    read: inProject('read'),
    readVersions: versionsInProject,
    update: inProject('write'),
    delete: inProject('manage'),
  },
  fields: episodeFields,
  hooks: {
    beforeChange: [guardScript, keepWhatCameSince, computeScript, guardTurn(trashChanges)],
    afterRead: [leaveScriptOut],
    afterChange: [recountAfterChange],
    beforeOperation: [beforeDeletingWaitForImport],
    beforeDelete: [cascade('episodes')],
    afterDelete: [recountAfterDelete],
  },
}
