'use client'

import {
  ConfirmPasswordField,
  EmailField,
  Form,
  FormSubmit,
  PasswordField,
  TextField,
  useAuth,
  useConfig,
  useTranslation,
} from '@payloadcms/ui'
import type { FormState } from 'payload'
import { email, formatAdminURL, text } from 'payload/shared'

const EMPTY: FormState = Object.fromEntries(
  ['name', 'email', 'password', 'confirm-password'].map((path) => [
    path,
    { initialValue: '', value: '', valid: false },
  ]),
)

/** Asks for what a person has to say of themselves; the server makes the first one the admin, and signs them in. */
export function FirstUserForm() {
  const { config } = useConfig()
  const { setUser } = useAuth()
  const { t } = useTranslation()
  const { admin, api } = config.routes
  return (
    <Form
      action={formatAdminURL({ apiRoute: api, path: '/users/first-register' })}
      initialState={EMPTY}
      method="POST"
      onSuccess={async (answer) => setUser(answer as Parameters<typeof setUser>[0])}
      redirect={admin}
      validationOperation="create"
    >
      <TextField
        field={{ name: 'name', label: 'Name', required: true, admin: { autoComplete: 'name' } }}
        path="name"
        validate={text}
      />
      <EmailField
        field={{ name: 'email', label: t('general:email'), required: true, admin: { autoComplete: 'email' } }}
        path="email"
        validate={email}
      />
      <PasswordField
        autoComplete="new-password"
        field={{ name: 'password', label: t('authentication:newPassword'), required: true }}
        path="password"
      />
      <ConfirmPasswordField />
      <FormSubmit size="large">{t('general:create')}</FormSubmit>
    </Form>
  )
}
