import { Button } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

/**
 * In place of Payload's page for a forgotten password, which says that mail is on its way where none can be sent: says
 * so, and who can help. Whoever gives the configuration an adapter for mail takes this view out of it.
 */
export function NoMail({ initPageResult: { req } }: AdminViewServerProps) {
  const { admin, routes } = req.payload.config
  const pathOf = (path: `/${string}`) => formatAdminURL({ adminRoute: routes.admin, path })
  // There it can be changed without mail.
  if (req.user) redirect(pathOf(admin.routes.account))
  return (
    <section className="sr-no-mail">
      <h1>No mail can be sent from here</h1>
      <p>
        This server sends no mail, so a forgotten password cannot be reset by mail. Ask{' '}
        <strong>an admin of the studio</strong>: under Users, on your page, they set a new one with “Change
        Password”. Once you are in, you can change it again in your account.
      </p>
      <p>
        <Button buttonStyle="secondary" el="link" margin={false} size="large" to={pathOf(admin.routes.login)}>
          Back to login
        </Button>
      </p>
    </section>
  )
}
