import { useForm, useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/**
 * Keeps the mark of a field that the server refused for as long as it holds the same. A form that counts as changed is
 * looked at again by Payload, which knows less of a password than what refused it, and takes the mark away.
 */
export function useHeldMark(path: string): void {
  const { dispatchFields } = useForm()
  const isSubmitted = useFormSubmitted()
  const { errorMessage, valid, value } = useFormFields(([fields]) => fields[path]) ?? {}
  const marked = useRef<{ value: unknown; message: string | undefined }>({ value, message: undefined })

  useEffect(() => {
    if (marked.current.value !== value) {
      // What was wrong with the one before says nothing of this one.
      marked.current = { value, message: undefined }
      if (value !== undefined && valid === false) dispatchFields({ type: 'UPDATE', path, valid: true })
      return
    }
    if (!isSubmitted || value === undefined) return
    if (valid === false) marked.current = { value, message: errorMessage }
    else if (marked.current.message)
      dispatchFields({ type: 'UPDATE', path, valid: false, errorMessage: marked.current.message })
  }, [dispatchFields, errorMessage, isSubmitted, path, valid, value])
}
