import { describe, expect, it } from 'vitest'
import type { BoardPanel, BoardShot } from '@/contracts'
import { otherToCompare } from './otherToCompare'

const panels = ['e', 'd', 'c', 'b', 'a'].map((id) => ({ id }) as BoardPanel)
const shot = { panels, panel: panels[3], newerPanelId: 'd' } as BoardShot

describe('the version to compare with', () => {
  it('is any that is asked for, but never the one that is looked at', () => {
    expect(otherToCompare(shot, 'b', 'a')?.id).toBe('a')
    expect(otherToCompare(shot, 'a', 'c')?.id).toBe('c')
    expect(otherToCompare(shot, 'a', 'a')?.id).toBe('b')
  })

  it('is first the one in use, and beside that what came since', () => {
    expect(otherToCompare(shot, 'e')?.id).toBe('b')
    expect(otherToCompare(shot, 'b')?.id).toBe('d')
    expect(otherToCompare({ ...shot, newerPanelId: null }, 'b')?.id).toBe('e')
    expect(otherToCompare({ ...shot, panels: [panels[3] as BoardPanel] }, 'b')).toBeNull()
  })
})
