import type { Location } from '@/payload-types'
import { DocumentService } from './DocumentService'
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
}

export const LocationService = callable(LocationServiceClass)
export type LocationService = LocationServiceClass
