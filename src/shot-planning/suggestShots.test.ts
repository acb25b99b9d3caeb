import { describe, expect, it } from 'vitest'
import { type SceneBrief, type SceneLineBrief, SHOT_ANGLES, SHOT_MOVEMENTS, SHOT_SIZES } from '@/contracts'
import { random } from '@/lib/random.testing'
import { suggestShots } from './suggestShots'

const ms = (seconds: number) => Math.round(seconds * 1000)

function scene(given: Partial<SceneBrief>): SceneBrief {
  const lines = given.lines ?? []
  return {
    sceneNumber: '1',
    heading: 'INT. KITCHEN - DAY',
    interiorExterior: 'INT',
    location: 'KITCHEN',
    timeOfDay: 'DAY',
    action: '',
    beats: lines.map(({ id }) => ({ type: 'line', lineId: id })),
    characters: [...new Set(lines.map(({ character }) => character))],
    durationSeconds: 30,
    previousLocation: 'KITCHEN',
    ...given,
    lines,
  }
}

function line(id: string, character: string, given: Partial<SceneLineBrief> = {}): SceneLineBrief {
  return { id, character, parenthetical: '', text: 'I know.', extensions: [], durationSeconds: 2, ...given }
}

function action(...texts: string[]): Pick<SceneBrief, 'action' | 'beats'> {
  return { action: texts.join('\n\n'), beats: texts.map((text) => ({ type: 'action', text })) }
}

const SENTENCES = [
  'MARA runs down the corridor.',
  'She looks at the letter on the table.',
  'Joe picks up the phone.',
  'He smiles.',
  'The room is dark.',
  'Mara and Joe wait.',
  'A crowd gathers around them, dancing.',
  'Joe sees Mara through the window.',
  'x'.repeat(5000),
  'The killer looms over Joe, who cowers.',
]
const EXTENSIONS = [[], [], [], [], ['V.O.'], ['O.S.'], ["CONT'D"], ['INTO PHONE'], ['ON TV']]

function randomScene(seed: number): SceneBrief {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const lines: SceneLineBrief[] = []
  const beats: SceneBrief['beats'] = []
  const count = Math.floor(next() * 25)
  for (let index = 0; index < count; index++) {
    if (next() < 0.4) {
      beats.push({ type: 'action', text: `${pick(SENTENCES)} ${pick(SENTENCES)}` })
      continue
    }
    const added = line(`line-${index}`, pick(['MARA', 'JOE', 'ZED', 'OLD MAN']), {
      text: pick(['No.', 'I hate you! Get out!', 'Why?', 'word '.repeat(80), '...']),
      parenthetical: pick(['', '', 'crying', 'shouting']),
      extensions: pick(EXTENSIONS) as string[],
      durationSeconds: next() < 0.5 ? Math.round(next() * 200) / 10 : next() * 12,
    })
    lines.push(added)
    beats.push({ type: 'line', lineId: added.id })
  }
  const spoken = lines.reduce((sum, { durationSeconds }) => sum + Math.ceil(durationSeconds * 1000), 0) / 1000
  const slack = pick([0, 0.1, 1, 7.5, 60])
  return scene({
    lines,
    beats,
    action: beats.flatMap((beat) => (beat.type === 'action' ? [beat.text] : [])).join('\n\n'),
    characters: ['MARA', 'JOE', 'ZED', 'OLD MAN'].slice(0, Math.floor(next() * 5)),
    durationSeconds: pick([spoken + slack, Math.ceil((spoken + slack) / 7.5) * 7.5 || 7.5]),
    previousLocation: pick([null, 'KITCHEN', 'STREET', 'kitchen']),
    interiorExterior: pick(['INT', 'EXT', 'INT/EXT', 'OTHER'] as const),
  })
}

describe('suggestShots, for any scene', () => {
  const scenes = Array.from({ length: 400 }, (_, seed) => randomScene(seed + 1))

  it('covers every line exactly once, in page order', () => {
    for (const each of scenes) {
      expect(suggestShots(each).flatMap(({ lineIds }) => lineIds)).toEqual(each.lines.map(({ id }) => id))
    }
  })

  it('adds up to the length of the scene, to the millisecond', () => {
    for (const each of scenes) {
      const total = suggestShots(each).reduce((sum, shot) => sum + ms(shot.durationSeconds), 0)
      if (each.durationSeconds > 0) expect(total).toBe(ms(each.durationSeconds))
    }
  })

  it('gives every shot at least the time of its lines', () => {
    for (const each of scenes) {
      const length = new Map(each.lines.map(({ id, durationSeconds }) => [id, durationSeconds]))
      for (const shot of suggestShots(each)) {
        const spoken = shot.lineIds.reduce((sum, id) => sum + (length.get(id) ?? 0), 0)
        expect(shot.durationSeconds).toBeGreaterThanOrEqual(spoken - 1e-9)
        expect(shot.durationSeconds).toBeGreaterThan(0)
      }
    }
  })

  it('uses the vocabulary, numbers in order, and says something short about each shot', () => {
    for (const each of scenes) {
      for (const [index, shot] of suggestShots(each).entries()) {
        expect(shot.shotNumber).toBe(String(index + 1))
        expect(Object.keys(SHOT_SIZES)).toContain(shot.size)
        expect(Object.keys(SHOT_ANGLES)).toContain(shot.angle)
        expect(Object.keys(SHOT_MOVEMENTS)).toContain(shot.movement)
        expect(shot.lens).toBeGreaterThan(0)
        expect(shot.description.length).toBeGreaterThan(0)
        expect(shot.description.length).toBeLessThanOrEqual(240)
        expect(shot.confidence).toBeGreaterThan(0)
        expect(shot.confidence).toBeLessThanOrEqual(1)
        expect(new Set(shot.characters).size).toBe(shot.characters.length)
      }
    }
  })

  it('shows who is seen to speak and hides who is only heard', () => {
    const heard = ['V.O.', 'O.S.', 'ON TV']
    for (const each of scenes) {
      const lines = new Map(each.lines.map((one) => [one.id, one]))
      for (const shot of suggestShots(each)) {
        for (const id of shot.lineIds) {
          const spoken = lines.get(id) as SceneLineBrief
          const isHeardOnly = spoken.extensions.some((extension) => heard.includes(extension))
          if (isHeardOnly) expect(shot.characters).not.toContain(spoken.character)
          else expect(shot.characters).toContain(spoken.character)
        }
      }
    }
  })

  it('establishes once, exactly where the location changes', () => {
    for (const each of scenes) {
      const count = suggestShots(each).filter(({ purpose }) => purpose === 'establishing').length
      expect(count).toBe(each.previousLocation?.toUpperCase() === 'KITCHEN' ? 0 : 1)
    }
  })

  it('gives the same shots for the same scene', () => {
    for (const each of scenes.slice(0, 50)) {
      expect(suggestShots(structuredClone(each))).toEqual(suggestShots(each))
    }
  })
})

describe('suggestShots', () => {
  it('keeps shots at a second or more, and at tenths, where there is time', () => {
    const talk = [line('a', 'MARA', { durationSeconds: 0.4 }), line('b', 'JOE', { durationSeconds: 6.23 })]
    const shots = suggestShots(scene({ lines: talk, durationSeconds: 15, previousLocation: null }))
    for (const { durationSeconds } of shots) {
      expect(durationSeconds).toBeGreaterThanOrEqual(1)
      expect(ms(durationSeconds) % 100).toBe(0)
    }
  })

  it('gives lines their time when the scene claims less, against the contract', () => {
    const shots = suggestShots(
      scene({ lines: [line('a', 'MARA', { durationSeconds: 9 })], durationSeconds: 3 }),
    )
    expect(shots.reduce((sum, shot) => sum + ms(shot.durationSeconds), 0)).toBe(9000)
  })

  it('opens on the place from outside with the widest frame', () => {
    const [first] = suggestShots(
      scene({
        interiorExterior: 'EXT',
        location: 'HARBOUR',
        previousLocation: 'KITCHEN',
        ...action('Gulls.'),
      }),
    )
    expect(first).toMatchObject({ purpose: 'establishing', size: 'ELS', movement: 'crane' })
    const [inside] = suggestShots(scene({ previousLocation: 'HARBOUR', ...action('Steam.') }))
    expect(inside).toMatchObject({ purpose: 'establishing', size: 'LS', movement: 'pan' })
  })

  it('holds two people together first, then goes over shoulders, then closer', () => {
    const talk = Array.from({ length: 10 }, (_, index) =>
      line(`l${index}`, index % 2 ? 'JOE' : 'MARA', { durationSeconds: 4 }),
    )
    const shots = suggestShots(scene({ lines: talk, durationSeconds: 40 }))
    expect(shots[0]).toMatchObject({ purpose: 'master', characters: ['MARA', 'JOE'] })
    expect(shots[1]).toMatchObject({ angle: 'OTS', characters: ['JOE', 'MARA'] })
    expect(shots.at(-1)).toMatchObject({ size: 'CU', characters: ['JOE'] })
  })

  it('looks at the listener after a heavy line, with no line over it', () => {
    const talk = [
      line('a', 'MARA'),
      line('b', 'JOE', { durationSeconds: 4 }),
      line('c', 'MARA', { text: 'I hate you! Get out!', parenthetical: 'shouting', durationSeconds: 4 }),
      line('d', 'JOE', { durationSeconds: 3 }),
    ]
    const shots = suggestShots(scene({ lines: talk, durationSeconds: 22.5 }))
    const index = shots.findIndex(({ lineIds }) => lineIds.includes('c'))
    expect(shots[index + 1]).toMatchObject({ purpose: 'reaction', characters: ['JOE'], lineIds: [] })
  })

  it('tracks a runner, inserts a prop, takes a point of view', () => {
    const shots = suggestShots(
      scene({
        interiorExterior: 'EXT',
        characters: ['MARA'],
        ...action('Mara runs along the quay.', 'She picks up the phone.', 'Mara looks out at the sea.'),
      }),
    )
    expect(shots.map(({ movement }) => movement)).toContain('track')
    expect(shots.find(({ purpose }) => purpose === 'insert')).toMatchObject({ size: 'ECU', characters: [] })
    expect(shots.map(({ angle }) => angle)).toContain('POV')
  })

  it('shows nobody before they come in', () => {
    const waiting = scene({
      characters: ['NORA', 'IAN', 'PETER'],
      durationSeconds: 60,
      lines: [line('a', 'NORA'), line('b', 'IAN'), line('c', 'NORA')],
      action: '',
      beats: [
        { type: 'action', text: 'Nora trims the wick. They have waited long for Ian.' },
        { type: 'line', lineId: 'a' },
        { type: 'action', text: 'The door opens. Ian, wet through, stumbles in. He sets down a lantern.' },
        { type: 'line', lineId: 'b' },
        { type: 'action', text: 'They embrace. Peter looks on.' },
        { type: 'line', lineId: 'c' },
      ],
    })
    const shots = suggestShots(waiting)
    const enters = shots.findIndex(({ characters }) => characters.includes('IAN'))
    expect(shots[enters]?.description).toMatch(/stumbles in/)
    // Who never comes in is there from the start.
    expect(shots.slice(0, enters).some(({ characters }) => characters.includes('PETER'))).toBe(true)
    expect(shots.slice(enters + 1).some(({ characters }) => characters.includes('IAN'))).toBe(true)
  })

  it.each([
    ['Old Peter watches, smoking.', ['OLD PETER'], false],
    ['Old Peter watches the ferry.', ['OLD PETER'], false],
    ['Old Peter stares out.', ['OLD PETER'], false],
    ['Old Peter looks at the sea, humming to himself.', ['OLD PETER'], false],
    ['Old Peter looks at the sea.', [], true],
    ['Old Peter sees smoke on the horizon.', [], true],
    ['OLD PETER’S POV: Mara waves from the quay.', ['MARA'], true],
    ['POV -- the empty road.', [], true],
  ])('is seen through somebody’s eyes only where that is what the text shows: %s', (text, seen, isPov) => {
    const characters = ['OLD PETER', 'MARA']
    const [shot] = suggestShots(scene({ characters, durationSeconds: 7, ...action(text) }))
    expect({ seen: shot?.characters, isPov: shot?.angle === 'POV' }).toEqual({ seen, isPov })
  })

  it('looks up at power, down at fear, and tilts for unease', () => {
    const angle = (text: string) =>
      suggestShots(scene({ characters: ['MARA'], durationSeconds: 7.5, ...action(text) }))[0]?.angle
    expect(angle('Mara looms in the doorway.')).toBe('low')
    expect(angle('Mara cowers in the corner.')).toBe('high')
    expect(angle('Mara staggers, dizzy.')).toBe('dutch')
  })

  it('lays no track in a car', () => {
    const talk = Array.from({ length: 6 }, (_, index) =>
      line(`l${index}`, index % 2 ? 'JOE' : 'MARA', { durationSeconds: 8 }),
    )
    const shots = suggestShots(
      scene({ location: "JOE'S CAR", previousLocation: "JOE'S CAR", lines: talk, durationSeconds: 60 }),
    )
    for (const { movement } of shots) expect(['static', 'handheld', 'pan', 'tilt']).toContain(movement)
    expect(shots[0]?.angle).toBe('profile')
  })

  it('plans scenes with nothing in them, and very long ones', () => {
    expect(suggestShots(scene({ durationSeconds: 7.5 }))).toHaveLength(1)
    expect(suggestShots(scene({ durationSeconds: 0 }))).toHaveLength(1)
    expect(suggestShots(scene({ durationSeconds: 90 })).length).toBeGreaterThan(1)
    const talk = Array.from({ length: 500 }, (_, index) => line(`l${index}`, index % 3 ? 'JOE' : 'MARA'))
    const shots = suggestShots(scene({ lines: talk, durationSeconds: 1000 }))
    expect(shots.flatMap(({ lineIds }) => lineIds)).toHaveLength(500)
    expect(shots.reduce((sum, shot) => sum + ms(shot.durationSeconds), 0)).toBe(1_000_000)
  })

  it('survives beats that no longer match the lines', () => {
    const shots = suggestShots(
      scene({
        lines: [line('a', 'MARA'), line('b', 'JOE')],
        beats: [
          { type: 'line', lineId: 'gone' },
          { type: 'line', lineId: 'b' },
          { type: 'line', lineId: 'b' },
        ],
      }),
    )
    expect(shots.flatMap(({ lineIds }) => lineIds)).toEqual(['b', 'a'])
  })
})

const CABLE_CAR_CAST = {
  characters: ['MILA', 'EMIL', 'PIP', 'RUTA', 'MCADAIR'],
  people: [
    { name: 'MILA', displayName: 'Mila', aliases: [], age: '19', description: 'Woman' },
    { name: 'EMIL', displayName: 'Emil', aliases: ['OLD MAN'], age: 'old', description: 'Man, his hat low.' },
    { name: 'PIP', displayName: 'Pip', aliases: [], age: '8', description: 'Boy, solemn.' },
    { name: 'RUTA', displayName: 'Ruta', aliases: [], age: '63', description: 'Woman' },
    { name: 'MCADAIR', displayName: 'McAdair', aliases: [], age: '40s', description: 'Man' },
  ],
} as const satisfies Partial<SceneBrief>
const cableCar = (given: Partial<SceneBrief>) =>
  suggestShots(
    scene({ ...CABLE_CAR_CAST, characters: [...CABLE_CAR_CAST.characters], durationSeconds: 6, ...given }),
  )

describe('suggestShots, who is in frame', () => {
  const inFrame = (...texts: string[]) =>
    cableCar(action(...texts)).map(({ description, characters }) => [description, characters])

  it('resolves pronouns to the latest person of that gender', () => {
    const lines = [line('a', 'EMIL'), line('b', 'RUTA'), line('c', 'EMIL')]
    const beats: SceneBrief['beats'] = [
      ...lines.map(({ id }) => ({ type: 'line' as const, lineId: id })),
      { type: 'action', text: 'She shakes her head at the shoes, and walks.' },
      { type: 'action', text: 'On the fourth step he remembers how, and comes to meet her.' },
    ]
    const shots = cableCar({ lines, beats, characters: ['EMIL', 'RUTA'], durationSeconds: 20 })
    expect(shots.find(({ description }) => description.startsWith('She'))?.characters).toEqual(['RUTA'])
    expect(shots.find(({ description }) => description.startsWith('On'))?.characters).toEqual([
      'EMIL',
      'RUTA',
    ])
  })

  it('knows people by their aliases and roles', () => {
    expect(inFrame('An OLD MAN waits. The boy dances.')).toEqual([
      ['An OLD MAN waits.', ['EMIL']],
      ['The boy dances.', ['PIP']],
    ])
  })

  it('keeps whoever holds something in front of them in the picture', () => {
    expect(inFrame('Emil holds his hat in front of him with both hands.')[0]?.[1]).toEqual(['EMIL'])
    expect(inFrame('Pip waits. He takes off his hat.')[0]?.[1]).toEqual(['PIP'])
    expect(inFrame('Emil stands behind a pillar and watches the window.')[0]?.[1]).toEqual(['EMIL'])
  })

  it('shows nobody in a plural noun, and a thing where the thing is the subject', () => {
    const [lanterns, clock] = cableCar({ ...action('Lanterns.', 'The clock over the dock: twenty to six.') })
    expect(lanterns?.characters).toEqual([])
    expect(clock).toMatchObject({ purpose: 'insert', characters: [] })
  })
})

describe('suggestShots, for a montage', () => {
  it('makes every entry a beat of its own, without its mark', () => {
    const shots = cableCar({
      ...action(
        '-- PIP (8) boards with a rooster.',
        '-- The car climbs out of fog.',
        '-- An OLD MAN climbs out.',
      ),
      durationSeconds: 2,
    })
    expect(shots.map(({ description }) => description)).toEqual([
      'PIP (8) boards with a rooster.',
      'The car climbs out of fog.',
      'An OLD MAN climbs out.',
    ])
  })
})

it('suggestShots describes reactions and speakers by their display names', () => {
  const lines = [
    line('a', 'RUTA', { text: 'Ease her!' }),
    line('b', 'RUTA', { text: 'Hurry! Quick! Run! Come on, let us go, faster!', durationSeconds: 10 }),
    line('c', 'MCADAIR', { durationSeconds: 4 }),
  ]
  const texts = cableCar({ lines, beats: [], characters: ['RUTA', 'MCADAIR'], durationSeconds: 30 }).map(
    ({ description }) => description,
  )
  expect(texts).toContain('McAdair takes in what Ruta said.')
  expect(texts.join(' ')).not.toMatch(/MCADAIR|RUTA/)
})

describe('what is seen without people', () => {
  const views = (...texts: string[]) =>
    suggestShots(
      scene({ ...action(...texts), characters: ['MARA'], durationSeconds: 90, previousLocation: null }),
    ).filter(({ characters }) => characters.length === 0)

  it('never frames the empty place the same way twice', () => {
    const empty = views(
      'Dust. Nobody.',
      'Mara waits.',
      'The engine howls, then there is silence.',
      'Mara listens.',
      'The house creaks.',
      'Mara smiles.',
      'Wind outside.',
    ).filter(({ size }) => size !== 'ECU')
    expect(empty.length).toBeGreaterThanOrEqual(4)
    expect(new Set(empty.map(({ size, angle }) => `${size} ${angle}`)).size).toBe(empty.length)
  })

  it.each([
    'Tea slops over the chart.',
    'Blood drips onto the letter.',
    'Red wine spreads across the tablecloth.',
    'A radio crackles.',
    'Ink soaks into the page.',
  ])('goes close to what happens to a thing: %s', (text) => {
    const shot = views('Mara waits.', text).find(({ description }) => description === text)
    expect(shot).toMatchObject({ size: 'ECU', purpose: 'insert' })
  })

  it('shows a flood from afar', () => {
    const text = 'Water spills over the deck.'
    const shot = views('Mara waits.', text).find(({ description }) => description === text)
    expect(shot?.size).not.toBe('ECU')
  })
})

it('draws nothing for words that are no picture, and shows every paragraph in some shot', () => {
  const texts = ['FADE IN:', 'MARA lifts the lamp.', 'Beat.', 'She sets it down.', 'BLACK. THE END.']
  const shots = suggestShots(scene({ ...action(...texts), characters: ['MARA'] }))
  expect(shots.map(({ description }) => description).join(' ')).not.toMatch(/Beat|BLACK|END|FADE/)
  expect(new Set(shots.flatMap((shot) => shot.action ?? []))).toEqual(new Set(texts))
  expect(suggestShots(scene({ ...action('FIN.'), durationSeconds: 3 }))).toMatchObject([{ action: ['FIN.'] }])
})
