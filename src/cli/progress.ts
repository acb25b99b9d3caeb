import type { RunStatus } from '@/contracts'
import { counted } from '@/lib/counted'

const WIDTH = 24
const bar = (percentage: number): string => {
  const full = Math.round((percentage / 100) * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
}

const seconds = (value: number | null): string => {
  if (value === null) return ''
  return value < 90 ? `about ${value} s to go` : `about ${Math.round(value / 60)} min to go`
}

/** How many of how many. Of one thing the percentage says more: 40 % beside 0/1 looks like a fault. */
const countOf = ({ completed, total }: { completed: number; total: number }): string =>
  total > 1 ? `${completed}/${total}` : ''

/** The lines of a run's progress, one for each stage. */
export function progressLines(status: RunStatus): string[] {
  const lines = status.stages.map((stage) => {
    const counts = countOf(stage)
    const failed = stage.failed > 0 ? `  ${stage.failed} failed` : ''
    return `  ${stage.label.padEnd(16)} ${bar(stage.percentage)} ${String(stage.percentage).padStart(3)} %  ${counts}${failed}`
  })
  const now = status.running[0]
  const working = now ? `${now.title}${now.stage ? ` – ${now.stage}` : ''}` : ''
  return [...lines, `  ${[working, seconds(status.etaSeconds)].filter(Boolean).join(' · ')}`]
}

/** Between two lines of an import; one that takes less says nothing. */
const IMPORT_LINE_MS = 2_000

/** Says how many scenes of a long script are written, in lines that do not come too often. */
export function importProgress(
  out: Pick<NodeJS.WriteStream, 'write'> = process.stderr,
  now: () => number = Date.now,
): (written: number, total: number) => void {
  let saidAt = now()
  return (written, total) => {
    if (now() - saidAt < IMPORT_LINE_MS) return
    saidAt = now()
    out.write(`  ${written} of ${counted(total, 'scene')}\n`)
  }
}

/**
 * Shows a run on stderr: redrawn in place on a terminal, a line whenever a stage moves by a tenth elsewhere.
 */
export class ProgressView {
  private drawn = 0
  private readonly reported = new Map<string, number>()

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  show(status: RunStatus): void {
    if (this.out.isTTY) this.redraw(progressLines(status))
    else this.report(status)
  }

  note(text: string): void {
    this.out.write(`${text}\n`)
    this.drawn = 0
  }

  private redraw(lines: string[]): void {
    const width = (this.out.columns ?? 80) - 1
    const up = this.drawn > 0 ? `\u001b[${this.drawn}A` : ''
    this.out.write(`${up}${lines.map((line) => `\u001b[2K${line.slice(0, width)}\n`).join('')}`)
    this.drawn = lines.length
  }

  private report(status: RunStatus): void {
    for (const stage of status.stages) {
      const tenth = Math.floor(stage.percentage / 10)
      if ((this.reported.get(stage.type) ?? 0) === tenth) continue
      this.reported.set(stage.type, tenth)
      const count = countOf(stage)
      this.out.write(`${stage.label}: ${stage.percentage} %${count && ` (${count})`}\n`)
    }
  }
}
