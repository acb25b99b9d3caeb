'use client'

import { FieldDescription, FieldError, FieldLabel, fieldBaseClass, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useCallback, useEffect, useRef, useState } from 'react'
import { inputId } from './inputId'
import { jsonProblem } from './jsonProblem'
import { ReadableValue } from './ReadableValue'
import './fields.css'

const print = (value: unknown): string =>
  value === undefined || value === null ? '' : JSON.stringify(value, null, 2)

/**
 * Data to read, as lists, or to write by hand, as JSON. Payload's own editor is loaded from another company's server; where that
 * cannot be reached, nothing is shown at all.
 */
export const JsonField: JSONFieldClientComponent = ({ field, path: givenPath, readOnly, validate }) => {
  const [problem, setProblem] = useState<string | undefined>()
  const check = useCallback(
    (value: unknown, options: object) => {
      if (problem) return problem
      return validate ? (validate as (...args: unknown[]) => true | string)(value, options) : true
    },
    [problem, validate],
  )
  const { path, value, setValue, showError, disabled } = useField<unknown>({
    potentiallyStalePath: givenPath,
    validate: check as never,
  })
  const [text, setText] = useState(() => print(value))
  // What is typed is not reformatted under the hand that types; what comes from elsewhere is shown.
  const written = useRef(value)
  useEffect(() => {
    if (value === written.current) return
    written.current = value
    setText(print(value))
    setProblem(undefined)
  }, [value])

  const change = (next: string) => {
    setText(next)
    const fault = jsonProblem(next)
    setProblem(fault)
    const parsed: unknown = fault ? next : next.trim() === '' ? null : JSON.parse(next)
    written.current = parsed
    setValue(parsed)
  }
  const isReadOnly = readOnly || disabled
  return (
    <div className={`${fieldBaseClass} sr-json${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className={`${fieldBaseClass}__wrap`}>
        <FieldError path={path} showError={showError} message={problem} />
        {isReadOnly ? (
          <ReadableValue value={value} json={print(value)} />
        ) : (
          <textarea
            id={inputId(path)}
            className="sr-json__text"
            rows={Math.min(24, Math.max(4, text.split('\n').length))}
            spellCheck={false}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
      </div>
      {problem && !showError && <p className="sr-json__problem">{problem}</p>}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
