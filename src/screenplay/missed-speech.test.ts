import { describe, expect, it } from 'vitest'
import { breakdown } from './breakdown'
import { parseFountain } from './fountain/parse'

const doubtsOf = (text: string) =>
  breakdown(parseFountain(text)).warnings.flatMap(({ line, message }) =>
    /reads like (?:something|a name above)/.test(message) ? [[line, /^“([^”]+)”/.exec(message)?.[1]]] : [],
  )

describe('what a writer may have meant as speech', () => {
  it('is in doubt in letters without capitals, where a name stands above it, with each name once', () => {
    expect(
      doubtsOf(
        '1. פנים. מטבח - יום\n\nדנה\nאיחרת.\n\nיואב\nהפקק.\n\nדנה\nתמיד הפקק.\n\nINT. A - DAY\n\nRain.\n',
      ),
    ).toEqual([
      [3, 'דנה'],
      [6, 'יואב'],
    ])
  })

  it.each([
    [
      'a gap behind capitals',
      'INT. PUB - NIGHT\n\nBEA   Two halves.\n\nCY\tOne half.\n',
      ['BEA   …', 'CY   …'],
    ],
    [
      'a gap behind Hangul',
      'INT. PUB - NIGHT\n\n지우    왔어?\n\n하준    (웃으며) 응.\n',
      ['지우   …', '하준   …'],
    ],
    [
      'a number and a colon',
      'INT. PUB - NIGHT\n\n1.  BEA:   Two halves.\n\n2.  CY:   (LAUGHS) One.\n',
      ['BEA: …', 'CY: …'],
    ],
    [
      'a colon with the words below',
      'INT. PUB - NIGHT\n\nBea:\nTwo halves.\n\nCy:\nOne.\n',
      ['Bea: …', 'Cy: …'],
    ],
  ])('is in doubt behind %s, where nobody speaks otherwise', (_, text, names) => {
    expect(doubtsOf(text).map(([, name]) => name)).toEqual(names)
  })

  it('is no sentence, list, sign or shout', () => {
    expect(
      doubtsOf(
        'INT. PUB - NIGHT\n\nBEA\nTwo halves.\n\nCY: ONE, says the slate.\n\nTwo things: beer and peanuts.\n\nThe clock:  five.\n\nBANG  A door.\n\n雨\n下个不停。\n',
      ),
    ).toEqual([])
  })
})
