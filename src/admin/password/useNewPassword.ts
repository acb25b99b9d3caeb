import { useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** Whether the form of a user asks for a new password. Payload's form has the field from the start, and shows it later. */
export function useNewPassword(): boolean {
  const isSubmitted = useFormSubmitted()
  const password = useFormFields(([fields]) => fields.password)
  const isThere = password !== undefined
  const isTyped = Boolean(password?.value)
  // “Change Password” says that it is wanted; of a form that was sent, an empty one is wrong also where it is not.
  const isWanted = password?.valid === false && !isSubmitted
  const [isAsked, setAsked] = useState(false)

  useEffect(() => {
    if (!isThere) setAsked(false)
    else if (isTyped || isWanted) setAsked(true)
  }, [isThere, isTyped, isWanted])

  return isAsked
}
