import { expect, it } from 'vitest'
import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'
import { writeFountain } from './fountain/write'

const scenesOf = (text: string) =>
  breakdown(parseFountain(text)).scenes.map(
    ({ sceneNumber, interiorExterior, location, timeOfDay }) =>
      [sceneNumber, interiorExterior, location, timeOfDay] as const,
  )

/** The script's language tells whose letters they are, by the word for the time that a scene is to have. */
const GERMAN =
  'Der Staub liegt auf den Kisten und die Tür ist nicht zu. Sie geht mit dem Licht zu ihm, er ist es nicht.'
const FRENCH =
  'La poussière est sur les caisses et elle ne dort pas dans le noir. Il est avec une lampe, pas loin de la porte.'
const BODIES: Record<string, string> = {
  TAG: GERMAN,
  NACHT: GERMAN,
  JOUR: FRENCH,
  NUIT: FRENCH,
  DAG: 'Stof.',
}

it.each([
  ['2. A/T HAFEN', ['2', 'EXT', 'HAFEN', 'TAG']],
  ['Bild 4 I/N KÜCHE', ['4', 'INT', 'KÜCHE', 'NACHT']],
  ['3 I/A/T AUTO', ['3', 'INT/EXT', 'AUTO', 'TAG']],
  ['17A I / N SCHUPPEN - FLUR', ['17A', 'INT', 'SCHUPPEN - FLUR', 'NACHT']],
  ['SÉQ. 5 I/J GRENIER', ['5', 'INT', 'GRENIER', 'JOUR']],
  ['6. INT/NUIT GRENIER', ['6', 'INT', 'GRENIER', 'NUIT']],
  ['7. EXT/DAG BRUG', ['7', 'EXT', 'BRUG', 'DAG']],
])('%s is a heading, now and when it is written again', (line, scene) => {
  const text = `${line}\n\n${BODIES[scene[3] as string]}\n`
  expect(scenesOf(text)).toEqual([scene])
  expect(scenesOf(writeFountain(parseFountain(text)))).toEqual([scene])
})

it.each(['A/T HAFEN', '3 I/O ERROR', '2. A/T', '4 A/B TEST', '12 I/n etwas'])(
  '%s by itself is none',
  (line) => {
    const { elements } = parseFountain(`INT. A - DAY\n\n${line}\n\nStaub.\n`)
    expect(elements.filter(({ type }) => type === 'scene-heading')).toHaveLength(1)
  },
)
