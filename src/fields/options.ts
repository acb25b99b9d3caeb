import type { OptionObject } from 'payload'

/** Options from a map of code → label. */
export const optionsOf = (labels: Record<string, string>): OptionObject[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Options whose label is the value in plain words: `in-progress` → `In progress`. */
export const plainOptions = (values: readonly string[]): OptionObject[] =>
  values.map((value) => ({
    value,
    label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' '),
  }))
