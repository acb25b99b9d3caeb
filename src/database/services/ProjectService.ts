import type { Where } from 'payload'
import { canCreateProjects, canInProject, type ProjectRole } from '@/access'
import { Forbidden, NotFound } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Project } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { withLock } from './locks/withLock'
import { checkFilters } from './projects/checkFilters'
import { noteScriptCame, sweepUnbegun } from './projects/sweepUnbegun'
import { callable } from './Service'

export interface CreateProjectDTO {
  title: string
  slug?: string
  /** @default 'short' */
  type?: Project['type']
  /** One or several. */
  genre?: string | string[]
  logline?: string
  synopsis?: string
  /** @default 'concept' */
  status?: Project['status']
  /** The owner, where no user is behind the call. */
  createdBy?: string
  /** How many episodes are planned; how many there are is counted as `episodesMade`. */
  episodeCount?: number
  /** Who works on it beside the owner. `collaborators` is the list of their ids, read-only. */
  members?: Array<{ user: string; role?: ProjectRole }>
  settings?: Partial<NonNullable<Project['settings']>>
}

export type UpdateProjectDTO = Partial<Omit<CreateProjectDTO, 'createdBy'>>

export type ProjectProgress = Partial<NonNullable<Project['progress']>>

export interface ProjectFilters {
  status?: Project['status']
  type?: Project['type']
  /** Part of the title or logline. */
  search?: string
  /** @default 100 */
  limit?: number
  /** From 1. */
  page?: number
  /** A field, with `-` in front for descending. @default '-updatedAt' */
  sort?: string
}

const memberOf = (userId: string): Where => ({
  or: [{ createdBy: { equals: userId } }, { 'members.user': { equals: userId } }],
})

const matching = (query: string): Where => ({
  or: [
    { title: { contains: query } },
    { logline: { contains: query } },
    { synopsis: { contains: query } },
    { slug: { contains: query } },
  ],
})

const meeting = ({ status, type, search }: ProjectFilters): Where[] => [
  ...(status ? [{ status: { equals: status } }] : []),
  ...(type ? [{ type: { equals: type } }] : []),
  ...(search ? [matching(search)] : []),
]

export interface ProjectPage {
  docs: Project[]
  totalDocs: number
}

/** What a project is of which nobody says more. */
const NEW = { type: 'short', status: 'concept' } as const

class ProjectServiceClass extends DocumentService<Project, CreateProjectDTO, UpdateProjectDTO> {
  protected readonly slug = 'projects'
  protected readonly noun = 'project'

  /** @throws {ValidationError} naming every field that is wrong. @throws {Forbidden} for who may not open projects. */
  create(data: CreateProjectDTO): Promise<Project> {
    return super.create({ ...NEW, ...data })
  }

  /**
   * A project for a script that is about to be brought into it: what a crash leaves of it before then goes by itself.
   * The caller has checked that its user may open projects.
   *
   * @throws {ValidationError}
   */
  async createForScript(data: CreateProjectDTO): Promise<Project> {
    const payload = await this.payload()
    const whole = { ...NEW, ...data, awaitsScript: true }
    return this.change(this.noun, null, () =>
      payload.create({
        ...this.access(),
        collection: 'projects',
        data: whole as never,
        depth: 0,
        // Nobody may say by themselves that a project awaits a script.
        overrideAccess: true,
      }),
    )
  }

  /** The script has been brought into it. */
  async scriptCame(id: string): Promise<void> {
    await noteScriptCame(await this.payload(), id)
  }

  /** Removes what a crash left of projects that were made for a script. @returns their ids */
  async sweep(now?: Date): Promise<string[]> {
    return sweepUnbegun(await this.payload(), now)
  }

  /**
   * For who brings a script, before it is read: nobody's file is read who could not import it.
   *
   * @param projectId null: a project is going to be made for it
   * @throws {NotFound} @throws {Forbidden}
   */
  async assertMayBringScript(projectId: string | null): Promise<void> {
    if (projectId !== null) {
      this.required(await this.findById(projectId), 'project', projectId)
      await this.assertInProject(projectId, 'write', 'You may look at this project but not change it.')
    } else {
      await this.assertMayOpen('You may not open projects, so there is nothing to read a script for.')
    }
  }

  /** For doors, before they take in a body. @throws {Forbidden} for who may not open projects */
  async assertMayOpen(message = 'You may not open projects.'): Promise<void> {
    if (this.user && !canCreateProjects(await this.request())) throw new Forbidden(message)
  }

  /** Whether the user may change what is in a project; so may the system. */
  async mayChange(id: string): Promise<boolean> {
    return this.user === null || canInProject(await this.request(), id, 'write')
  }

  /** Projects that a user made or works on, newest change first. @throws {ValidationError} naming every filter that is wrong. */
  async findByUser(userId: string, filters: ProjectFilters = {}): Promise<Project[]> {
    return (await this.find([memberOf(userId), ...meeting(filters)], filters)).docs
  }

  /** The projects that may be seen, newest change first, without their episodes. */
  page(filters: ProjectFilters = {}): Promise<ProjectPage> {
    return this.find(meeting(filters), filters, { joins: false })
  }

  /**
   * Adds a person, or changes the role of one who is there: an editor where no role is given.
   * @throws {NotFound} of the project or the user.
   */
  async addCollaborator(projectId: string, userId: string, role: ProjectRole = 'editor'): Promise<Project> {
    const payload = await this.payload()
    this.required(await this.findById(projectId), 'project', projectId)
    const user = await payload.findByID({ collection: 'users', id: userId, depth: 0, disableErrors: true })
    if (!user) throw new NotFound('user', userId)
    return this.changeMembers(projectId, userId, [{ user: userId, role }])
  }

  /** Takes a person off a project; no error where they were not on it. @throws {NotFound} of the project. */
  async removeCollaborator(projectId: string, userId: string): Promise<Project> {
    return this.changeMembers(projectId, userId, [])
  }

  /** Sets the given numbers of a project's progress and leaves the others. @throws {NotFound} */
  async updateProgress(projectId: string, progress: ProjectProgress): Promise<Project> {
    const project = this.required(await this.findById(projectId), 'project', projectId)
    return this.write(projectId, { progress: { ...project.progress, ...progress } })
  }

  /** Projects whose title, logline, synopsis or slug contains the words; of one user where given. */
  async search(query: string, userId?: string): Promise<Project[]> {
    return (await this.find([matching(query), ...(userId ? [memberOf(userId)] : [])], { limit: 50 })).docs
  }

  private async find(
    and: Where[],
    filters: ProjectFilters,
    options?: { joins: false },
  ): Promise<ProjectPage> {
    const payload = await this.payload()
    checkFilters(filters, payload.collections.projects.config.flattenedFields)
    return payload.find({
      collection: 'projects',
      where: { and },
      depth: 0,
      limit: filters.limit ?? 100,
      page: filters.page ?? 1,
      sort: filters.sort ?? '-updatedAt',
      ...options,
      ...this.access(),
    })
  }

  /** Puts `rows` in the place of what a person has among the members. One change after the other: none is lost. */
  private async changeMembers(id: string, userId: string, rows: unknown[]): Promise<Project> {
    this.required(await this.findById(id), 'project', id)
    // Field access would silently drop the change: say no instead.
    await this.assertInProject(id, 'manage', 'Only a producer of this project may change who works on it.')
    const lock = {
      payload: await this.payload(),
      name: `members:${id}`,
      waitSeconds: 10,
      message: 'Somebody else is changing who works on this project. Try again.',
    }
    return withLock(lock, async () => {
      const project = this.required(await this.findById(id), 'project', id)
      const others = (project.members ?? []).filter((entry) => relationId(entry.user) !== userId)
      return this.write(id, { members: [...others, ...rows] })
    })
  }
}

export const ProjectService = callable(ProjectServiceClass)
export type ProjectService = ProjectServiceClass
