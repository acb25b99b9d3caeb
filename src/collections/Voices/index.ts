import type { Access, CollectionConfig } from 'payload'
import { actorOf, createInProject, isAdmin, outOfTrash, type ProjectNeed, projectIdsFor } from '@/access'
import { lineField, mediaField, plainOptions, projectField } from '@/fields'
import { relationId } from '@/lib/ids'
import { listedIn } from '../currentProject'
import { cascade } from '../hooks/cascade'

/** A project's voices for its people; voices without a project belong to the studio and all may use them. */
const scoped =
  (need: ProjectNeed): Access =>
  async ({ req }) => {
    if (!actorOf(req)) return false
    const ids = await projectIdsFor(req, need)
    if (ids === 'all') return outOfTrash(req, { project: 'project' })
    const inProjects = { project: { in: ids } }
    if (need === 'read')
      return { or: [...(ids.length > 0 ? [inProjects] : []), { project: { exists: false } }] }
    return ids.length > 0 ? inProjects : false
  }

const createInOwnProject = createInProject()

export const Voices: CollectionConfig = {
  slug: 'voices',
  trash: true,
  admin: {
    group: 'Story',
    useAsTitle: 'name',
    defaultColumns: ['name', 'provider', 'language', 'project'],
    description: 'Voices that characters speak with.',
    // A project's people may have those of the studio as well.
    baseFilter: listedIn((projectId) => ({
      or: [{ project: { equals: projectId } }, { project: { exists: false } }],
    })),
  },
  access: {
    create: async (args) =>
      args.data && Object.keys(args.data).length > 0 && relationId(args.data.project) === null
        ? isAdmin(args.req)
        : createInOwnProject(args),
    read: scoped('read'),
    update: scoped('write'),
    delete: scoped('write'),
  },
  fields: [
    lineField({ name: 'name', required: true, maxLength: 200 }),
    {
      type: 'row',
      fields: [
        { name: 'provider', type: 'text', required: true, defaultValue: 'local' },
        {
          name: 'providerVoiceId',
          type: 'text',
          required: true,
          label: 'The provider’s name for it',
          admin: {
            description: 'Of the local provider: default, or a variant of eSpeak NG such as m2 or f3.',
          },
        },
        { name: 'language', type: 'text', defaultValue: 'en-gb' },
        { name: 'gender', type: 'select', options: plainOptions(['female', 'male', 'neutral']) },
      ],
    },
    {
      name: 'settings',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'pitch', type: 'number', defaultValue: 50, min: 0, max: 99 },
            { name: 'rate', type: 'number', defaultValue: 165, min: 80, max: 450, label: 'Words per minute' },
          ],
        },
      ],
    },
    {
      name: 'howItSounds',
      type: 'ui',
      admin: { components: { Field: '/admin/fields/VoiceSample#VoiceSample' }, disableListColumn: true },
    },
    mediaField('audio', {
      name: 'sample',
      admin: { description: 'A recording to know the voice by, in place of a line from a script.' },
    }),
    projectField({ isRequired: false }),
  ],
  hooks: {
    beforeDelete: [cascade('voices')],
  },
}
