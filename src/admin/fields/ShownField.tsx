'use client'

import { FieldDescription, FieldLabel, fieldBaseClass, useField } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import type { ShownAs } from '@/fields'
import { inputId } from './inputId'
import { shown } from './shown'
import './fields.css'

/** A value that nobody types, in words instead of in the unit it is stored in. */
export function ShownField({ field, path: givenPath, as }: NumberFieldClientProps & { as: ShownAs }) {
  const { path, value } = useField<unknown>({ potentiallyStalePath: givenPath })
  return (
    <div className={`${fieldBaseClass} sr-shown`} style={{ flex: '1 1 auto' }}>
      <FieldLabel label={field.label} path={path} />
      <div className={`${fieldBaseClass}__wrap`}>
        <output id={inputId(path)}>{shown(value, as)}</output>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
