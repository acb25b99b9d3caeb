export interface Row {
  what: string
  value: string
  /** Against a peer or a floor of the same run. */
  ratio?: string
  /** What the project aims for. */
  aim?: string
}

/** Prints one question's answers as a table. */
export function printTable(title: string, rows: Row[]): void {
  const cells = rows.map((row) => [row.what, row.value, row.ratio ?? '', row.aim ?? ''])
  const head = ['what', 'measured', 'ratio', 'aim']
  const widths = head.map((name, column) =>
    Math.max(name.length, ...cells.map((cell) => (cell[column] ?? '').length)),
  )
  const line = (cell: string[]) =>
    `| ${cell.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`
  console.log(`\n## ${title}\n`)
  console.log(line(head))
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  for (const cell of cells) console.log(line(cell))
}

/** The middle of several measurements: one slow moment of a noisy machine does not count. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds, and those of them in which this process was at work: nobody else is answered meanwhile. */
export async function spent(work: () => unknown): Promise<{ time: number; busy: number }> {
  const before = process.cpuUsage()
  const time = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { time, busy: (user + system) / 1_000 }
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`
