import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { onlyLooks } from '@/access'
import { EpisodeService } from '@/database/services/EpisodeService'
import { StudioService } from '@/database/services/StudioService'
import { episodeLabel } from '../lib/format'
import { NotForYou } from '../ui/NotForYou'
import { Queue } from './Queue'
import type { QueueOffer } from './QueueFilters'

/** The projects to narrow the queue to, and the episodes of the current one. */
async function offerFor({ payload, user }: PayloadRequest): Promise<QueueOffer> {
  const projects = await new StudioService({ payload, user }).projectSwitch()
  const episodes = projects?.currentId
    ? await new EpisodeService({ payload, user }).findByProject(projects.currentId)
    : []
  return {
    projects,
    episodes: episodes.map((episode) => ({ id: episode.id, label: episodeLabel(episode) })),
  }
}

/** The queue dashboard. Payload lets anybody reach a custom view, so who is signed in is checked here. */
export async function QueueView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { admin } = req.payload.config.routes
  if (!req.user || !permissions.canAccessAdmin) {
    redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/queue`)}`)
  }
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: 'Queue' }]} />
      <main>
        <Gutter className="sr-queue-view">
          {onlyLooks(req) ? (
            <NotForYou user={req.user} what="The queue" />
          ) : (
            <Queue offer={await offerFor(req)} />
          )}
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}
