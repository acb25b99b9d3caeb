const PLACES = ['KITCHEN', 'HARBOUR', 'OFFICE', 'FOREST ROAD', 'CHURCH', 'STATION', 'ROOFTOP', 'BAR']
const PEOPLE = ['MARA', 'JONAS', 'ILSE', 'TOM', 'DR. VANCE', 'OLD WOMAN', 'GUARD', 'PILOT']
const ACTIONS = [
  'She crosses to the window and looks at the street below, where nothing moves.',
  'A phone rings on the table. Nobody answers it. It stops.',
  'He runs along the wall, ducks under the rail and is gone.',
  'They look at each other for a long time. Rain begins to fall.',
]
const LINES = [
  'I thought you would never come back to this place.',
  'Then you do not know me very well, do you?',
  'Give me the letter. Now. Before somebody sees us here.',
  'It was never about the money.',
]
const LINES_PER_PAGE = 50

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

/** A screenplay of so many pages, the same every time: scenes of about a page, action and dialogue mixed. */
export function makeScript(pages: number): string {
  const out = ['Title: Bench', 'Author: Nobody', '']
  let n = 0
  for (let scene = 1; out.length < pages * LINES_PER_PAGE; scene += 1) {
    const place = `${pick(PLACES, scene * 7)} ${Math.floor(scene / 12) + 1}`
    out.push(`${scene % 3 ? 'INT.' : 'EXT.'} ${place} - ${scene % 2 ? 'DAY' : 'NIGHT'}`, '')
    for (let beat = 0; beat < 9; beat += 1) {
      n += 1
      if (beat % 3 === 0) out.push(`${pick(ACTIONS, n)} Take ${n}.`, '')
      else
        out.push(
          pick(PEOPLE, n * 5 + scene),
          beat % 4 === 1 ? '(quietly)' : pick(LINES, n + 1),
          pick(LINES, n),
          '',
        )
    }
  }
  return `${out.join('\n')}\n`
}
