import { Fragment } from 'react'
import type { StyledRun } from '@/screenplay'

/** A line of a screenplay as it is printed: its marks are type. */
export function Emphasis({ runs }: { runs: readonly StyledRun[] }) {
  return runs.map((run, index) => {
    let node = <>{run.text}</>
    if (run.isUnderlined) node = <u>{node}</u>
    if (run.isItalic) node = <em>{node}</em>
    if (run.isBold) node = <strong>{node}</strong>
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place
    return <Fragment key={index}>{node}</Fragment>
  })
}
