import type { BaseFilter, CollectionConfig, Where } from 'payload'
import { currentProject } from '@/database/services/projects/currentProject'

const ABOVE_LIST = '/admin/current-project/ListProject#ListProject'

/**
 * What the admin panel's list of a collection shows while its reader has chosen a project. Lists alone: access, REST
 * and GraphQL know nothing of it.
 */
export const listedIn =
  (where: (projectId: string) => Where): BaseFilter =>
  async ({ req }) => {
    // A list that is opened over a document, to choose something for it, is asked for by a server action. That
    // document may be of another project.
    if (!req.user || req.headers.has('next-action')) return null
    const project = await currentProject(req.payload, req.user)
    return project ? where(project.id) : null
  }

/**
 * Narrows a collection's list to the reader's current project, and says so above it. Of collections that have a
 * project; one whose documents are also shared gives a `baseFilter` of its own, by {@link listedIn}.
 */
export function withCurrentProject(config: CollectionConfig): CollectionConfig {
  if (!config.fields.some((field) => 'name' in field && field.name === 'project')) return config
  const { admin } = config
  return {
    ...config,
    admin: {
      baseFilter: listedIn((projectId) => ({ project: { equals: projectId } })),
      ...admin,
      components: {
        ...admin?.components,
        beforeListTable: [...(admin?.components?.beforeListTable ?? []), ABOVE_LIST],
      },
    },
  }
}
