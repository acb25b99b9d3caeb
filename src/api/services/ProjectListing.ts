import type { Where } from 'payload'
import { Service } from '@/database/services/Service'
import type { Project } from '@/payload-types'
import { readOr } from './readOr'

/** Lists projects page by page, which ProjectService does not. */
export class ProjectListing extends Service {
  /** The projects that the user may see, newest change first. */
  async page(args: {
    page: number
    limit: number
    search?: string
  }): Promise<{ docs: Project[]; totalDocs: number }> {
    const payload = await this.payload()
    const where: Where = args.search
      ? { or: [{ title: { contains: args.search } }, { logline: { contains: args.search } }] }
      : {}
    return readOr<{ docs: Project[]; totalDocs: number }>({ docs: [], totalDocs: 0 }, () =>
      payload.find({
        collection: 'projects',
        where,
        sort: '-updatedAt',
        page: args.page,
        limit: args.limit,
        depth: 0,
        joins: false,
        ...this.access(),
      }),
    )
  }
}
