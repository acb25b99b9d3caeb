import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'

const read = async (text: string) => {
  const script = await readScript(Buffer.from(text), 'pages.txt')
  expect(script.format).toBe('labelled')
  return script.breakdown
}
const peopleOf = async (text: string) => (await read(text)).characters.map(({ name }) => name)

const HEAD = 'SCENE 1\nLocation: Bakery\nTime: Dawn\n\n'

describe('somebody who has a single line', () => {
  it('speaks where a speech of somebody else stands beside it, with a warning that names the line', async () => {
    const breakdown = await read(`${HEAD}Ines: You are early.\nPaul: The oven is cold.\nInes: I know.\n`)
    expect(breakdown.scenes[0]?.lines.map(({ character, text }) => [character, text])).toEqual([
      ['INES', 'You are early.'],
      ['PAUL', 'The oven is cold.'],
      ['INES', 'I know.'],
    ])
    const paul = breakdown.scenes[0]?.lines[1]?.range.start
    expect(breakdown.warnings).toEqual([{ line: paul, message: expect.stringContaining('Paul') }])
  })

  it('speaks where nobody has more than one', async () => {
    expect(await peopleOf(`${HEAD}Ines: You are early.\n\nPaul: The oven is cold.\n`)).toEqual([
      'INES',
      'PAUL',
    ])
  })

  it('speaks where running text names them, and needs no warning then', async () => {
    const breakdown = await read(`${HEAD}The flour is gone, and so is Renata.\n\nRenata: I took it.\n`)
    expect(breakdown.characters.map(({ name }) => name)).toEqual(['RENATA'])
    expect(breakdown.warnings).toEqual([])
  })

  it('speaks in other languages', async () => {
    const german =
      'Szene 1\nOrt: Backstube\nZeit: Nacht\n\nInes: Du bist früh.\n\nHerr von Trott: Der Ofen ist kalt.\n'
    expect(await peopleOf(german)).toEqual(['INES', 'HERR VON TROTT'])
    const russian = 'СЦЕНА 1\nМесто: Пекарня\nВремя: Утро\n\nВера: Ты рано.\n\nПавел: Печь холодная.\n'
    expect(await peopleOf(russian)).toEqual(['ВЕРА', 'ПАВЕЛ'])
  })
})

describe('no person is made of', () => {
  it.each([
    ['a note', 'NOTE: Keep the light low.'],
    ['a title', 'TITLE: Three years on.'],
    ['a time', 'Time: Later that night.'],
    ['music', 'Music: A slow waltz.'],
    ['a sentence', 'Remember this: The door is open.'],
    ['an order', 'Remember: The door is open.'],
    ['a word before a list', 'Bread: rye, spelt, oat.'],
    ['an address', 'https://example.org'],
  ])('%s', async (_, line) => {
    expect(await peopleOf(`${HEAD}Ines: You are early.\n${line}\nInes: I know.\n`)).toEqual(['INES'])
  })

  it('labels that nobody knows, however often they stand among those of a scene', async () => {
    const head = (number: number) =>
      `SCENE ${number}\nLocation: Bakery\nWeather: Rain.\nShot: Wide.\nCrew: Small.\n\n`
    const script = `${head(1)}Ines: You are early.\n\n${head(2)}Ines: I know.\n\n${head(3)}Dark.\n`
    expect(await peopleOf(script)).toEqual(['INES'])
  })
})

it('a list of characters before the first scene is neither action nor speech, and says who they are', async () => {
  const breakdown = await read(
    'Title: The Oven\n\nCHARACTERS\n\nInes - 41, female, a baker, burnt hands\nPaul: male, 19, apprentice\n\n' +
      `${HEAD}Ines: You are early.\n\nPaul waits.\n\nPaul: The oven is cold.\n`,
  )
  expect(breakdown.scenes).toHaveLength(1)
  expect(breakdown.scenes[0]?.action).toBe('Paul waits.')
  expect(breakdown.characters.map(({ name, age, gender, looks }) => [name, age, gender, looks])).toEqual([
    ['INES', '41', 'female', 'a baker, burnt hands'],
    ['PAUL', '19', 'male', 'apprentice'],
  ])
  expect(breakdown.notes).toEqual([expect.stringMatching(/^CHARACTERS\nInes - 41/)])
})

describe('who speaks for many is nobody in particular, and is heard nevertheless', () => {
  const lines = (breakdown: Awaited<ReturnType<typeof read>>) =>
    breakdown.scenes.flatMap(({ lines }) => lines.map(({ speakers, text }) => [speakers.join(), text]))

  it.each([
    ['Everyone', 'Scene 1\nPlace: Bakery\nTime: Dawn'],
    ['Alle drei', 'Szene 1\nOrt: Backstube\nZeit: Nacht'],
    ['Tout le monde ', 'Scène 1\nLieu : Fournil\nMoment : Nuit'],
    ['Tutti', 'Scena 1\nLuogo: Forno\nTempo: Notte'],
    ['Вместе', 'СЦЕНА 1\nМесто: Пекарня\nВремя: Утро'],
    ['Herkes', 'Sahne 1\nYer: Fırın\nZaman: Gece'],
    ['一同', 'シーン1\n場所：パン屋\n時間：朝'],
    ['모두', '씬 1\n장소: 빵집\n시간: 아침'],
  ])('%s', async (group, head) => {
    const found = await read(`${head}\n\nInes: Aa.\n${group}: Bb!\nPaul: Cc.\nInes: Dd.\nPaul: Ee.\n`)
    expect(found.characters.map(({ name }) => name)).toEqual(['INES', 'PAUL'])
    expect(lines(found)).toEqual([
      ['INES', 'Aa.'],
      ['', 'Bb!'],
      ['PAUL', 'Cc.'],
      ['INES', 'Dd.'],
      ['PAUL', 'Ee.'],
    ])
    expect(found.warnings).toEqual([])
  })

  it.each(['All - the villagers', 'All'])('unless the script lists one: %s', async (entry) => {
    const found = await read(`CHARACTERS\n\nInes - a baker\n${entry}\n\n${HEAD}Ines: Who?\nAll: We.\n`)
    expect(found.characters.map(({ name }) => name)).toEqual(['INES', 'ALL'])
    expect(lines(found)).toEqual([
      ['INES', 'Who?'],
      ['ALL', 'We.'],
    ])
  })
})
