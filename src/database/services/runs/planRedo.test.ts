import { describe, expect, it } from 'vitest'
import type { BoardPanel, BoardScene, BoardShot, EpisodeBoard } from '@/contracts'
import { planRedo } from './planRedo'

const shot = (shotNumber: string, statuses: Array<BoardPanel['status']>, origin: 'ai' | 'human' = 'ai') =>
  ({
    id: `shot-${shotNumber}`,
    shotNumber,
    origin,
    panels: statuses.map((status) => ({ status })),
  }) as BoardShot

const scene = (sceneNumber: string, shots: BoardShot[], lines = 0) =>
  ({
    id: `scene-${sceneNumber}`,
    sceneNumber,
    wordsIn: null,
    shots,
    lines: Array.from({ length: lines }, () => ({})),
  }) as BoardScene

const board = {
  scenes: [
    scene('4', [shot('1', ['review']), shot('2', ['locked', 'draft']), shot('3', ['approved'], 'human')], 3),
    scene('4A', [shot('1', []), shot('2', ['draft', 'review'])]),
  ],
} as EpisodeBoard

describe('a plan for making things anew', () => {
  it('counts panels without those whose shot is locked, and names what stays', () => {
    expect(planRedo(board, { steps: ['draw-panel'] })).toEqual({
      scenes: ['4', '4A'],
      makes: ['4 panels, each as a new version'],
      keeps: [
        '1 locked panel: scene 4, shot 2',
        '1 panel that people drew, chose or approved, which stays in use: scene 4, shot 3',
        'Every version that there is',
      ],
      removes: [],
      tasks: 5,
      isEstimate: false,
    })
  })

  it('is about the scenes that were named, and says that new shots may be more or fewer', () => {
    const plan = planRedo(board, { sceneIds: ['scene-4'] })
    expect(plan).toMatchObject({ scenes: ['4'], isEstimate: true, removes: [expect.stringMatching(/trash/)] })
    expect(plan.makes).toEqual([
      expect.stringMatching(/^What is read out of 1 scene/),
      '3 recordings of dialogue',
      '1 of the 3 shots of 1 scene',
      'Shots for what the page has and no shot that stays shows: there are 3 shots now, and may be more or fewer then',
      '2 panels, each as a new version',
      'The storyboard PDF, the shot list and the animatic',
    ])
    expect(plan.keeps).toContain('1 shot that people made or changed: scene 4, shot 3')
    expect(plan.keeps).toContain('1 shot whose panel people drew, chose, approved or locked: scene 4, shot 2')
    // Five steps; one scene read, one spoken, one covered, two panels.
    expect(plan.tasks).toBe(10)
  })

  it('says that shots are only added where all that there are stay', () => {
    const drawn = { ...shot('1', []), panels: [{ status: 'draft', origin: 'drawn' }] } as BoardShot
    const chosen = { ...shot('2', []), panels: [{ status: 'draft', chosenAt: '2026-11-27' }] } as BoardShot
    const plan = (shots: BoardShot[]) =>
      planRedo({ scenes: [scene('5', shots)] } as EpisodeBoard, { steps: ['suggest-shots'] })
    expect(plan([drawn, chosen])).toMatchObject({
      makes: [
        'Shots for what the page has and no shot that stays shows: there are 2 shots now, and may be more then',
      ],
      keeps: [
        '2 shots whose panels people drew, chose, approved or locked: scene 5, shot 1; scene 5, shot 2',
      ],
      removes: [],
    })
    expect(plan([shot('1', ['draft'])]).makes).toEqual([
      'The shots of 1 scene: there is 1 shot now, and may be more or fewer then',
    ])
    expect(plan([]).makes).toEqual(['The shots of 1 scene'])
  })

  it('leaves out recordings that people made or chose', () => {
    const mixed = { ...scene('6', [], 2), lines: [{ audioIsChosen: true }, { audioIsChosen: false }] }
    expect(planRedo({ scenes: [mixed] } as EpisodeBoard, { steps: ['speak-dialogue'] })).toMatchObject({
      makes: ['1 recording of dialogue'],
      keeps: ['1 recording that people made or chose'],
      tasks: 2,
    })
  })

  it('leaves out a scene whose words stand in another one, unless it is asked for', () => {
    const double = { ...scene('4A', []), wordsIn: '4' }
    const two = { scenes: [scene('4', []), double] } as unknown as EpisodeBoard
    expect(planRedo(two, {}).scenes).toEqual(['4'])
    expect(planRedo(two, { sceneIds: [double.id] }).scenes).toEqual(['4A'])
  })

  it('names a few of many', () => {
    const many = {
      scenes: [
        scene(
          '9',
          Array.from({ length: 7 }, (_, n) => shot(`${n}`, ['locked'])),
        ),
      ],
    }
    expect(planRedo(many as EpisodeBoard, { steps: ['draw-panel'] }).keeps[0]).toBe(
      '7 locked panels: scene 9, shot 0; scene 9, shot 1; scene 9, shot 2; scene 9, shot 3; 3 more',
    )
  })
})
