'use client'

import { FieldDescription, FieldLabel, fieldBaseClass, useField } from '@payloadcms/ui'
import type { NumberFieldClientProps, SelectFieldClientProps } from 'payload'
import type { ShownAs } from '@/fields'
import { inputId } from './inputId'
import { shown } from './shown'
import './fields.css'

/** What a choice is called, where the field has choices. */
function inItsWords(field: Props['field'], value: unknown): unknown {
  const options = 'options' in field ? field.options : []
  const chosen = options.find((option) => typeof option !== 'string' && option.value === value)
  return typeof chosen === 'object' && typeof chosen.label === 'string' ? chosen.label : value
}

type Props = (NumberFieldClientProps | SelectFieldClientProps) & { as: ShownAs }

/** A value that nobody types, in words instead of in the unit it is stored in. */
export function ShownField({ field, path: givenPath, as }: Props) {
  const { path, value } = useField<unknown>({ potentiallyStalePath: givenPath })
  return (
    <div className={`${fieldBaseClass} sr-shown`} style={{ flex: '1 1 auto' }}>
      <FieldLabel label={field.label} path={path} />
      <div className={`${fieldBaseClass}__wrap`}>
        <output id={inputId(path)}>{shown(inItsWords(field, value), as)}</output>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
