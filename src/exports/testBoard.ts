import { OVERLAY_DEFAULTS } from '../contracts/overlays'
import type { StoryboardDocument, StoryboardShot } from './storyboard-document'

/** A shot for tests, with what matters to one test overridden. */
export function testShot(overrides: Partial<StoryboardShot> = {}): StoryboardShot {
  return {
    shotNumber: '1',
    size: 'MS',
    angle: 'eye',
    movement: 'dolly-in',
    lens: 35,
    durationSeconds: 2.5,
    description: 'Mara puts the kettle down.',
    characters: ['MARA', 'JONAS'],
    lines: [{ speaker: 'MARA', parenthetical: 'quietly', text: 'Back already?' }],
    imagePath: null,
    status: 'approved',
    isOutOfDate: false,
    remark: '',
    ...overrides,
  }
}

/** A board of one scene with the given shots. */
export function testBoard(
  shots: StoryboardShot[] = [testShot(), testShot({ shotNumber: '2', size: 'CU' })],
): StoryboardDocument {
  return {
    projectTitle: 'The Lighthouse Keeper',
    episodeTitle: 'Landfall',
    subtitle: 'Draft 3',
    date: '2026-11-20T12:00:00.000Z',
    aspectRatio: 16 / 9,
    fps: 24,
    overlays: OVERLAY_DEFAULTS.pdf,
    scenes: [
      {
        sceneNumber: '1',
        heading: 'INT. KITCHEN - DAY',
        interiorExterior: 'INT',
        location: 'KITCHEN',
        timeOfDay: 'DAY',
        summary: 'Mara waits.',
        durationSeconds: shots.reduce((sum, shot) => sum + shot.durationSeconds, 0),
        shots,
        linesInNoShot: [],
      },
    ],
  }
}
