'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { NEW_PASSWORD } from './newPassword'
import './password.css'

/** As the server gives one to a worker that is made without. */
const unknown = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/**
 * Of a new worker no password is asked for: it signs in by its key. Payload's form wants one of every new user, so it gets
 * one that nobody knows, out of sight.
 */
export function NoPassword() {
  const { dispatchFields } = useForm()
  const isWorker = useFormFields(([{ role }]) => role?.value === 'worker')

  useEffect(() => {
    if (!isWorker) return
    const value = unknown()
    for (const path of NEW_PASSWORD) dispatchFields({ type: 'UPDATE', path, value, valid: true })
    return () => {
      for (const path of NEW_PASSWORD) dispatchFields({ type: 'UPDATE', path, value: '' })
    }
  }, [dispatchFields, isWorker])

  if (!isWorker) return null
  return (
    <p className="sr-no-password">
      A worker needs no password: it signs in by its API key. Save it, then give it a key here.
    </p>
  )
}
