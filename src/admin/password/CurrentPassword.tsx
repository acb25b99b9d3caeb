'use client'

import { PasswordField, useAuth, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useHeldMark } from './useHeldMark'
import { useKeptPassword } from './useKeptPassword'
import { useNewPassword } from './useNewPassword'
import './password.css'

const PATH = 'currentPassword'
const LABEL = 'Your current password'

const isTyped = (value: unknown): true | string =>
  typeof value === 'string' && value !== '' ? true : 'Type the password that you sign in with now.'

/** Asks for the current password where somebody changes by what they themselves sign in: password or address. */
export function CurrentPassword() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { dispatchFields } = useForm()
  const hasPassword = useNewPassword()
  const hasAddress = useFormFields(([{ email }]) => email !== undefined && email.value !== email.initialValue)
  const isChanging = hasPassword || hasAddress
  const isAsked = isChanging && id !== undefined && String(id) === String(user?.id)
  useKeptPassword(isChanging)
  useHeldMark('password')

  // What was typed is gone with the field, and keeps no form from being saved.
  useEffect(() => {
    if (!isAsked) dispatchFields({ type: 'REMOVE', path: PATH })
  }, [dispatchFields, isAsked])

  if (!isAsked) return null
  return (
    <div className="sr-current-password">
      <PasswordField
        autoComplete="current-password"
        field={{ name: PATH, label: LABEL, required: true }}
        path={PATH}
        validate={isTyped}
      />
      <p>
        The one that you sign in with now. Without it nobody who finds you signed in can take your account.
      </p>
    </div>
  )
}
