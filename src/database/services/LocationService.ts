import type { Location } from '@/payload-types'
import { DocumentService } from './DocumentService'
import { findUnused, type UnusedName } from './names/unused'
import { callable } from './Service'

export type CreateLocationDTO = Pick<Location, 'name' | 'project'> &
  Partial<Omit<Location, 'id' | 'createdAt' | 'updatedAt' | 'canonicalName' | 'name' | 'project'>>

class LocationServiceClass extends DocumentService<Location, CreateLocationDTO> {
  protected readonly slug = 'locations'
  protected readonly noun = 'location'

  /** A project's places by name. */
  findByProject(projectId: string): Promise<Location[]> {
    return this.list({ project: { equals: projectId } }, 'name')
  }

  /** Which a script brought, and nothing has any more. @throws {Forbidden} */
  async findUnused(projectId: string): Promise<UnusedName[]> {
    await this.assertInProject(projectId, 'read')
    return findUnused(await this.request(), 'locations', projectId)
  }

  /** Puts those into the trash, from where they can be taken back. @returns them. @throws {Forbidden} */
  async removeUnused(projectId: string): Promise<UnusedName[]> {
    await this.assertInProject(projectId, 'write')
    const unused = await findUnused(await this.request(), 'locations', projectId)
    const deletedAt = new Date().toISOString()
    for (const { id } of unused) await this.write(id, { deletedAt })
    return unused
  }
}

export const LocationService = callable(LocationServiceClass)
export type LocationService = LocationServiceClass
