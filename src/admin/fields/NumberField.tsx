'use client'

import { FieldLabel, fieldBaseClass, TextField, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import type { CSSProperties } from 'react'
import { isParkedNumber } from '@/lib/parkedNumber'
import { inputId } from './inputId'
import { shown } from './shown'
import './fields.css'

/** The number of a scene or a shot; of one in the trash that has lost its own, what it was. */
export function NumberField(props: TextFieldClientProps) {
  const { field } = props
  const { path, value } = useField<string>({ potentiallyStalePath: props.path })
  const former = useFormFields(([fields]) => fields.formerNumber?.value)
  const { width } = (field.admin ?? {}) as { width?: string }
  if (typeof value !== 'string' || !isParkedNumber(value)) return <TextField {...props} />
  return (
    <div
      className={`${fieldBaseClass} sr-shown`}
      // As wide as the field would be: else it has the row to itself.
      style={(width ? { '--field-width': width } : { flex: '1 1 auto' }) as CSSProperties}
    >
      <FieldLabel label={field.label} path={path} />
      <div className={`${fieldBaseClass}__wrap`}>
        <output id={inputId(path)}>{shown(former, 'plain')}</output>
      </div>
    </div>
  )
}
