import type { PanelBrief } from '@/contracts'

/** A brief for tests, with what matters to one test overridden. */
export function testBrief(overrides: Partial<PanelBrief> = {}): PanelBrief {
  return {
    projectTitle: 'The Lighthouse Keeper',
    sceneNumber: '12',
    shotNumber: '3',
    size: 'MS',
    angle: 'eye',
    movement: 'static',
    durationSeconds: 4.2,
    description: 'Mara puts the kettle down and looks at Jonas.',
    characters: [
      { name: 'MARA', isSpeaking: true },
      { name: 'JONAS', isSpeaking: false },
    ],
    dialogue: 'You said you would be back before the storm.',
    interiorExterior: 'INT',
    location: 'KITCHEN',
    timeOfDay: 'DAY',
    aspectRatio: 16 / 9,
    variation: 0,
    ...overrides,
  }
}
