import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'

const read = (text: string) => readScript(Buffer.from(text), 'pages.txt')
const heard = async (text: string) => {
  const { format, breakdown } = await read(text)
  return {
    format,
    scenes: breakdown.scenes.map(({ heading, lines }) => [heading, lines.map(({ cue }) => cue)]),
    warnings: breakdown.warnings.map(({ line, message }) => [line, message]),
  }
}

describe('names in the writer’s case before a colon, under the headings of a screenplay', () => {
  it('speak where it is a habit, and what was taken for a name is said', async () => {
    const { format, scenes, warnings } = await heard(
      'EXT. PIER - DUSK\n\nSalt wind. Note: no gulls.\n\nWill Anders (not turning round): You came.\n\n' +
        'Ruth: I said I would.\n\nLater: fog.\n\nWill Anders: You say much.\n\nINT. HUT - NIGHT\n\nRuth: Close the door.\n',
    )
    expect(format).toBe('labelled')
    expect(scenes).toEqual([
      ['EXT. PIER - DUSK', ['Will Anders', 'Ruth', 'Will Anders']],
      ['INT. HUT - NIGHT', ['Ruth']],
    ])
    expect(warnings).toEqual([[null, expect.stringContaining('speech, of Will Anders, Ruth.')]])
  })

  it.each([
    ['Russian', 'НАТ. ПРИСТАНЬ - ВЕЧЕР\n\nОльга: Ты пришёл.\nПётр: Да.\nОльга: Садись.\nПётр: Постою.\n', 4],
    [
      'French',
      'INT. CUISINE - JOUR\n\nLuc : Encore du thé ?\n\nAdèle : Non.\n\nLuc : Tant pis.\n\nAdèle : Oui.\n',
      4,
    ],
    ['German', 'INNEN. KÜCHE - TAG\n\nEva: Noch Tee?\n\nJan: Nein.\n\nEva: Schade.\n\nJan: Ja.\n', 4],
  ])('in %s', async (_language, text, count) => {
    const { scenes } = await heard(text)
    expect(scenes.map(([, lines]) => lines?.length)).toEqual([count])
  })

  it('are action with a warning where they are no habit', async () => {
    const { format, scenes, warnings } = await heard(
      'INT. SHED - DAY\n\nOLGA\nWhere is the saw?\n\nPETER\nThere.\n\nOlga: That is a rake.\n\nRules: None.\n',
    )
    expect(format).toBe('fountain')
    expect(scenes).toEqual([['INT. SHED - DAY', ['OLGA', 'PETER']]])
    expect(warnings).toEqual([[9, expect.stringContaining('“Olga: …” reads like something that is said')]])
  })

  it('are doubted, each, where nobody speaks otherwise', async () => {
    const { warnings } = await heard('INT. SHED - DAY\n\nOlga: Here.\n\nPeter: There.\n')
    expect(warnings.map(([line]) => line)).toEqual([3, 5])
  })

  it('and no colon of a sentence, list or direction becomes a person', async () => {
    const { format, scenes, warnings } = await heard(
      'INT. OFFICE - DAY\n\nShe reads the board:\n\nMonday: call the bank.\n\nTuesday: pay the bank.\n\nTitle over: Berlin, 1989.\n\nShe waits: nothing.\n',
    )
    expect(format).toBe('fountain')
    expect(scenes).toEqual([['INT. OFFICE - DAY', []]])
    expect(warnings).toEqual([])
  })
})

describe('a place or a time without a scene line', () => {
  it('begins another scene, with a warning that names the line', async () => {
    const { scenes, warnings } = await heard(
      'SZENE 1\nOrt: Küche, innen\nZeit: Tag\n\nUte: Morgen.\n\nKai: Morgen.\n\nOrt: Hafen\nZeit: Nacht\n\nEin Schiff.\n\n' +
        'Ute: Da.\n\nZeit: Morgengrauen\n\nKai: Weg.\n\nSZENE 2\nOrt: Büro\n\nKai: Hallo.\n',
    )
    expect(scenes).toEqual([
      ['KÜCHE, INNEN - TAG', ['Ute', 'Kai']],
      ['HAFEN - NACHT', ['Ute']],
      ['HAFEN - MORGENGRAUEN', ['Kai']],
      ['BÜRO', ['Kai']],
    ])
    expect(warnings).toEqual([
      [9, expect.stringContaining('“Ort: Hafen” stands without a scene line')],
      [16, expect.stringContaining('“Zeit: Morgengrauen” stands without a scene line')],
    ])
  })

  it('completes a head that said less, where nobody has spoken yet', async () => {
    const { scenes, warnings } = await heard(
      'SCENE 4\nLocation: Barn\n\nHay.\n\nTime: Noon\n\nADA: Hot.\nBO: Very.\nADA: Yes.\n',
    )
    expect(scenes).toEqual([['BARN - NOON', ['ADA', 'BO', 'ADA']]])
    expect(warnings.map(([, message]) => message)).toEqual([expect.stringContaining('part of it')])
  })

  it('tells scenes apart where there are no scene lines at all', async () => {
    const { format, scenes, warnings } = await heard(
      'The Long Way\n\nLieu : Cuisine\nMoment : Nuit\n\nMara : Qui est là ?\nJon : Moi.\n\nLieu : Jardin\nMoment : Aube\n\nMara : Entre.\n',
    )
    expect(format).toBe('labelled')
    expect(scenes).toEqual([
      ['CUISINE - NUIT', ['Mara', 'Jon']],
      ['JARDIN - AUBE', ['Mara']],
    ])
    expect(warnings.filter(([, message]) => /scene line/.test(String(message)))).toHaveLength(1)
  })

  it('is another matter under the headings of a screenplay', async () => {
    const { scenes } = await heard(
      'INT. BARN - DAY\n\nLocation: Pinewood\n\nADA: Hot.\nBO: Very.\nADA: Yes.\n\nEXT. BARN - DAY\n\nBO: Out.\n',
    )
    expect(scenes.map(([heading]) => heading)).toEqual(['INT. BARN - DAY', 'EXT. BARN - DAY'])
  })
})
