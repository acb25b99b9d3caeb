import { describe, expect, it } from 'vitest'
import type { RunStatus } from '@/contracts'
import { importProgress, ProgressView, progressLines } from './progress'

const status = (percentage: number, failed = 0): RunStatus =>
  ({
    stages: [
      { type: 'draw-panel', label: 'Draw panels', total: 10, completed: percentage / 10, failed, percentage },
    ],
    running: [{ taskId: '1', title: 'Panel for scene 1', percentage: 0, stage: 'drawing' }],
    etaSeconds: 120,
  }) as unknown as RunStatus

const screen = (isTTY: boolean) => {
  const written: string[] = []
  return { written, out: { isTTY, columns: 80, write: (text: string) => written.push(text) } as never }
}

describe('the progress of an import', () => {
  it('says every two seconds how many scenes are written, and nothing of a short script', () => {
    const { written, out } = screen(false)
    let clock = 0
    const show = importProgress(out, () => clock)
    for (let scene = 1; scene <= 5; scene += 1) {
      clock += 900
      show(scene, 5)
    }
    expect(written).toEqual(['  3 of 5 scenes\n'])
  })
})

describe('the progress of a run', () => {
  it('says how far each stage is, what is worked on, and how long it will take', () => {
    const [stage, now] = progressLines(status(50, 1))
    expect(stage).toContain('Draw panels')
    expect(stage).toContain('50 %  5/10  1 failed')
    expect(now).toContain('Panel for scene 1 – drawing · about 2 min to go')
  })

  it('writes a line for each tenth, and none twice, where nobody can redraw', () => {
    const { written, out } = screen(false)
    const view = new ProgressView(out)
    for (const percentage of [0, 10, 10, 20]) view.show(status(percentage))
    expect(written).toEqual(['Draw panels: 10 % (1/10)\n', 'Draw panels: 20 % (2/10)\n'])
  })

  it('counts no single thing: the percentage says how far it is', () => {
    const whole = status(40)
    const one = { ...whole, stages: whole.stages.map((stage) => ({ ...stage, total: 1, completed: 0 })) }
    const { written, out } = screen(false)
    new ProgressView(out).show(one)
    expect(written).toEqual(['Draw panels: 40 %\n'])
    expect(progressLines(one)[0]).not.toContain('0/1')
  })

  it('draws over itself on a terminal', () => {
    const { written, out } = screen(true)
    const view = new ProgressView(out)
    view.show(status(10))
    view.show(status(20))
    expect(written[0]).not.toContain('\u001b[2A')
    expect(written[1]?.startsWith('\u001b[2A')).toBe(true)
  })
})
