import { useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { NEW_PASSWORD } from './newPassword'

/**
 * Payload counts a form as unchanged once it was sent, whatever the answer is, and then puts a new password out of sight
 * (views/Edit/Auth): it stayed in the form, and went with whatever was saved next. Here it stays in sight where it was
 * refused, to be mended, and is gone once it is saved.
 *
 * @param isChanging whether the form has a new password or a new address
 */
export function useKeptPassword(isChanging: boolean): void {
  const { dispatchFields, setBackgroundProcessing, setModified } = useForm()
  const isSending = useFormProcessing()
  // Once an answer is there: whether it was a no.
  const isRefused = useFormSubmitted()
  const wasSent = useRef(false)

  useEffect(() => {
    if (isSending) {
      wasSent.current = true
      if (!isChanging) return
      // What is changed meanwhile is not taken for saved (`modifiedWhileProcessing` of Payload's form).
      setBackgroundProcessing(true)
      setModified(true)
      setBackgroundProcessing(false)
      return
    }
    if (!wasSent.current) return
    wasSent.current = false
    if (isRefused) return
    for (const path of NEW_PASSWORD) dispatchFields({ type: 'REMOVE', path })
    setModified(false)
  }, [dispatchFields, isChanging, isRefused, isSending, setBackgroundProcessing, setModified])
}
