import { describe, expect, it } from 'vitest'
import type { BoardLine, BoardOutput, BoardPanel, BoardScene, BoardShot, EpisodeBoard } from '@/contracts'
import { outOfDateSummary, shotsToDecide, staleSummary, stepStates } from './stepStates'

const panel = (more: Partial<BoardPanel> = {}) =>
  ({ status: 'review', isStale: false, ...more }) as BoardPanel
const shot = (...panels: BoardPanel[]) =>
  ({ panel: panels[0] ?? null, panels, lineIds: [] as string[] }) as BoardShot
/** A person chose the older one. */
const chosen = (current: BoardPanel, newer: BoardPanel) =>
  ({ panel: current, panels: [newer, current], lineIds: [] as string[] }) as unknown as BoardShot
const named = (id: string, of: BoardShot) => ({ ...of, id })
const line = (audioIsStale = false, audioIsChosen = false) =>
  ({ audio: {}, audioIsStale, audioIsChosen }) as BoardLine
const output = (...reasons: string[]) => ({ isOutOfDate: reasons.length > 0, reasons }) as BoardOutput

function boardOf(
  shots: BoardShot[],
  lines: BoardLine[] = [line()],
  counts: Partial<EpisodeBoard['totals']> = {},
): EpisodeBoard {
  const scene = {
    mood: 'tense',
    shots,
    lines,
    coverage: { shotsWithWordsGone: [], shotsWithPeopleGone: [], shotsComing: [] },
  } as unknown as BoardScene
  const coverage = { linesInNoShot: 0, shotsWithWordsGone: 0, scenesOutOfDate: 0, shotsMoving: 0, ...counts }
  return {
    scenes: [scene],
    outputs: { pdf: output(), csv: output(), animatic: output() },
    totals: {
      panels: shots.length,
      shots: shots.length,
      lines: lines.length,
      linesVoiced: lines.length,
      ...coverage,
    },
  } as EpisodeBoard
}

const statesOf = (board: EpisodeBoard) => stepStates(board, null).map(({ state }) => state)

describe('the steps of a board', () => {
  it('are done where all is there and nothing it was made from has changed', () => {
    const board = boardOf([shot(panel())])
    expect(statesOf(board)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(staleSummary(board)).toBe('')
  })

  it('count no scene whose words stand in another one', () => {
    const board = boardOf([shot(panel())])
    const [unread] = boardOf([shot(panel({ isStale: true }))]).scenes
    board.scenes.push({ ...(unread as BoardScene), mood: null, wordsIn: '4' })
    expect(statesOf(board)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(staleSummary(board)).toBe('')
  })

  it('do not say that they are done where panels are out of date', () => {
    const board = boardOf([shot(panel({ isStale: true })), shot(panel({ isStale: true })), shot(panel())])
    expect(statesOf(board)).toEqual(['done', 'done', 'done', 'stale', 'done'])
    expect(staleSummary(board)).toBe('2 panels are out of date.')
    expect(stepStates(board, null)[3]?.count).toBe('2 panels out of date')
  })

  it('tell of shots that follow their words, as none of them is lost', () => {
    const board = boardOf([shot(panel())], [line()], { shotsMoving: 3 })
    expect(stepStates(board, null).map(({ count }) => count)).toContain('3 shots come along')
    expect(outOfDateSummary(board)).toBe(
      '3 shots come along into another scene with Update all, where their words are now; panels and approvals come with them.',
    )
    const [scene] = board.scenes as [BoardScene]
    const isPlanned = (shotsComing: BoardScene['coverage']['shotsComing']) =>
      stepStates(
        { ...board, scenes: [{ ...scene, shots: [], coverage: { ...scene.coverage, shotsComing } }] },
        null,
      ).find(({ type }) => type === 'suggest-shots')?.state
    expect([isPlanned([]), isPlanned([{ shotId: 'one', sceneNumber: '1', lineIds: [] }])]).toEqual([
      'todo',
      'stale',
    ])
  })

  it('count what an update would make anew: no locked panel, and no older version', () => {
    const board = boardOf([
      shot(panel({ isStale: true, status: 'locked' })),
      shot(panel(), panel({ isStale: true, status: 'approved' })),
    ])
    expect(staleSummary(board)).toBe('')
  })

  it('are not done while people have to decide: an update would not mend that', () => {
    const board = boardOf([
      named('a', chosen(panel({ isStale: true, status: 'approved' }), panel())),
      named('b', shot(panel({ isStale: true, status: 'locked' }))),
      named('c', shot(panel())),
      named('d', shot(panel())),
    ])
    const off = (shotId: string, isPeoples: boolean) => ({
      shotId,
      isAll: false,
      isSaidStill: false,
      action: [],
      lines: 1,
      isPeoples,
    })
    const [scene] = board.scenes
    if (scene) scene.coverage.shotsWithWordsGone = [off('c', true), off('d', false)]
    expect(stepStates(board, null).slice(2, 4)).toMatchObject([
      { state: 'decide', count: '1 shot not in the script' },
      { state: 'decide', count: '1 panel waits for a choice' },
    ])
    expect(outOfDateSummary(board)).toBe(
      '1 panel waits for a choice: the version in use is out of date, and a newer one lies beside it. 1 locked panel is out of date. 1 shot shows what is not in the script any more.',
    )
    expect(shotsToDecide(board)).toEqual(['a', 'b', 'c'])
    // What an update mends is said with it.
    const both = { ...board, scenes: [{ ...scene, shots: [shot(panel({ isStale: true }))] }, scene] }
    expect(outOfDateSummary(both as EpisodeBoard)).toMatch(
      /^1 panel is out of date\. Update all mends that: .*\. 1 panel waits for a choice/,
    )
  })

  it('tell of spoken lines', () => {
    const board = boardOf([shot(panel({ isStale: true }))], [line(true)])
    expect(statesOf(board)).toEqual(['done', 'stale', 'done', 'stale', 'done'])
    expect(staleSummary(board)).toBe('1 panel and 1 spoken line are out of date.')
  })

  it('tell of lines that are in no shot, and of shots that are not those of the page', () => {
    const unheard = boardOf([shot(panel())], undefined, { linesInNoShot: 2, scenesOutOfDate: 1 })
    expect(statesOf(unheard)).toEqual(['done', 'done', 'stale', 'done', 'done'])
    expect(stepStates(unheard, null)[2]?.count).toBe('2 lines in no shot')
    expect(staleSummary(unheard)).toBe('2 lines are in no shot. The shots of 1 scene are out of date.')
    const gone = boardOf([shot(panel({ isStale: true }))], undefined, { scenesOutOfDate: 2 })
    expect(stepStates(gone, null)[2]?.count).toBe('2 scenes out of date')
    expect(staleSummary(gone)).toBe('The shots of 2 scenes and 1 panel are out of date.')
  })

  it('leave out lines that a person recorded: an update does not speak over them', () => {
    expect(staleSummary(boardOf([shot(panel())], [line(true, true), line(true)]))).toBe(
      '1 spoken line is out of date.',
    )
  })

  it('say how many recordings of people say old words, and lead to them: no update mends that', () => {
    const hears = (id: string, lineIds: string[]) => ({ ...named(id, shot(panel())), lineIds })
    const own = { ...line(true, true), id: 'own' }
    const shots = [hears('a', ['own']), hears('b', ['new'])]
    const one = boardOf(shots, [own, { ...line(), id: 'new' }])
    expect(stepStates(one, null)[1]).toMatchObject({
      state: 'decide',
      count: '1 recording says old words',
      reason: expect.stringContaining('waits for a person'),
    })
    expect(outOfDateSummary(one)).toBe(
      '1 recording says old words and waits for a person: nothing generated takes its place. Record the line anew, or take the recording away to have it spoken.',
    )
    expect(shotsToDecide(one)).toEqual(['a'])
    const both = boardOf(shots, [own, { ...own }, { ...line(true), id: 'new' }])
    expect(stepStates(both, null)[1]).toMatchObject({
      state: 'stale',
      count: '1 line out of date',
      reason: expect.stringContaining('2 recordings say old words and wait for a person'),
    })
    expect(outOfDateSummary(both)).toMatch(
      /^1 spoken line is out of date\. Update all .* 2 recordings say old words/,
    )
  })

  it('say of the documents that they are old, and why, also where one of them cannot be made here', () => {
    const old = 'scene 3 was deleted'
    const board = boardOf([shot(panel())])
    const withOutputs = (animatic: BoardOutput | null): EpisodeBoard => ({
      ...board,
      outputs: { pdf: output(old, 'the title changed'), csv: output(old), animatic },
    })
    for (const animatic of [output(), null]) {
      expect(stepStates(withOutputs(animatic), null)[4]).toMatchObject({
        state: 'stale',
        count: '2 documents out of date',
        reason: 'Scene 3 was deleted. The title changed.',
      })
    }
    expect(stepStates({ ...board, outputs: { ...board.outputs, animatic: null } }, null)[4]).toMatchObject({
      state: 'partial',
    })
  })
})
