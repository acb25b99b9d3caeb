import { parseFountain, type Screenplay } from '@/screenplay'

const WORDS =
  'the a rope boat under lantern waits nobody counts slow harbour ice glass wind keeps her his hand again before door between salt morning letter turns knows'.split(
    ' ',
  )
const NAMES = ['MARA', 'OLD JONAS', 'ILSE', 'DR. VANCE', "O'NEIL", 'GUARD #2', 'JEAN-LUC']

/** Numbers that look random and are the same every time. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/**
 * A script of so many scenes with all that a page of a script can hold: speeches long enough to cross pages, asides
 * within them, pairs of speeches, omitted scenes, acts, transitions, lists.
 */
export function madeScript(scenes: number, seed = 7): Screenplay {
  const roll = dice(seed)
  const sentence = (words: number) => {
    const text = Array.from({ length: words }, () => WORDS[roll(WORDS.length)]).join(' ')
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`
  }
  const prose = (sentences: number) =>
    Array.from({ length: sentences }, () => sentence(3 + roll(14))).join(' ')
  const name = () => NAMES[roll(NAMES.length)] as string
  const out = [
    'Title: THE ICE HARBOUR',
    'Credit: written by',
    'Author: Mara Lind',
    'Draft date: 3/4/2026',
    '',
  ]
  for (let scene = 1; scene <= scenes; scene += 1) {
    if (scene % 15 === 1) out.push(`> ACT ${'I'.repeat(1 + Math.floor(scene / 15))} <`, '')
    if (scene % 11 === 5) out.push(`.OMITTED #${scene}#`, '')
    else {
      const place = `${['KITCHEN', 'HARBOUR', 'MARA’S ROOM - WINDOW', 'BOAT'][roll(4)]}`
      out.push(
        `${['INT.', 'EXT.', 'INT./EXT.'][roll(3)]} ${place} - ${['DAY', 'NIGHT'][roll(2)]} #${scene}${scene % 7 ? '' : 'A'}#`,
        '',
      )
    }
    out.push(prose(1 + roll(3)), '')
    for (let beat = 0; beat < 2 + roll(5); beat += 1) {
      const extension = ['', '', '', ' (V.O.)', ' (O.S.)', " (CONT'D)"][roll(6)]
      out.push(`${name()}${extension}`)
      if (roll(3) === 0)
        out.push(
          `(${sentence(2 + roll(6))
            .slice(0, -1)
            .toLowerCase()})`,
        )
      out.push(prose(1 + roll(6)))
      if (roll(4) === 0) out.push('(quietly)', prose(1 + roll(2)))
      out.push('')
      if (roll(3) === 0) out.push(prose(1 + roll(4)), '')
    }
    if (scene % 6 === 0) {
      out.push('MARA', prose(2), '', 'OLD JONAS (O.S.) ^', '(over her)', prose(1), '')
      out.push(sentence(5), '')
    }
    if (scene % 8 === 3) out.push('On the table:\n- a rope\n- a lantern\n- ice', '')
    if (scene % 5 === 0) out.push('CUT TO:', '')
  }
  out.push('> THE END <')
  return parseFountain(out.join('\n'))
}
