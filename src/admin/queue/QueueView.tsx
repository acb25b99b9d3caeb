import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { onlyLooks } from '@/access'
import { NotForYou } from '../ui/NotForYou'
import { Queue } from './Queue'

/** The queue dashboard. Payload lets anybody reach a custom view, so who is signed in is checked here. */
export function QueueView({ initPageResult, params, searchParams }: AdminViewServerProps) {
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
          {onlyLooks(req) ? <NotForYou user={req.user} what="The queue" /> : <Queue />}
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}
