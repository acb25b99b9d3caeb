import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { StudioService } from '@/database/services/StudioService'
import { Studio } from './Studio'

/** The first page after signing in: what there is, and what is being made. */
export async function StudioView({ initPageResult: { req } }: AdminViewServerProps) {
  const studio = new StudioService({ payload: req.payload, user: req.user })
  const { projects, totalProjects, runs, canCreate } = await studio.overview()
  return (
    <main>
      <Gutter className="sr-studio-view">
        <Studio
          canCreate={canCreate}
          totalProjects={totalProjects}
          runs={runs}
          projects={projects.map(({ project, episodes, posterUrl, panels, canWrite }) => ({
            id: String(project.id),
            title: project.title,
            type: project.type,
            status: project.status,
            logline: project.logline ?? null,
            aspectRatio: project.settings?.aspectRatio ?? '16:9',
            episodes: episodes.map(({ id, episodeNumber, title }) => ({ id, episodeNumber, title })),
            posterUrl,
            canWrite,
            scenes: project.progress?.scenes ?? 0,
            panels,
          }))}
        />
      </Gutter>
    </main>
  )
}
