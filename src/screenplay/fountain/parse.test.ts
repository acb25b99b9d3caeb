import { describe, expect, it } from 'vitest'
import type { ScreenplayElement } from '../types'
import { parseFountain } from './parse'

/** One string per element, short enough to compare whole scripts at a glance. */
function shape(text: string): string[] {
  return parseFountain(text).elements.map(describeElement)
}

function describeElement(element: ScreenplayElement): string {
  switch (element.type) {
    case 'character': {
      const extensions = element.extensions.map((extension) => ` (${extension})`).join('')
      return `character: ${element.forced ? '@' : ''}${element.name}${extensions}${element.dual ? ' ^' : ''}`
    }
    case 'scene-heading':
      return `heading: ${element.forced ? '.' : ''}${element.text}${element.sceneNumber === null ? '' : ` #${element.sceneNumber}#`}`
    case 'section':
      return `section ${element.depth}: ${element.text}`
    case 'page-break':
      return 'page-break'
    case 'action':
    case 'transition':
      return `${element.type}: ${element.forced ? '!' : ''}${element.text}`
    default:
      return `${element.type}: ${element.text}`
  }
}

describe('scene headings', () => {
  it.each([
    'INT. X',
    'EXT. X',
    'EST. X',
    'INT X',
    'int./ext. x',
    'INT/EXT X',
    'I/E. X',
    'i./e. x',
    'EXT./INT. X',
  ])('reads %s', (line) =>
    expect(shape(`${line}\n\nAction.`)).toEqual([`heading: ${line}`, 'action: Action.']),
  )

  it('needs a blank line after, unless what follows is set off by its mark', () => {
    expect(shape('INT. HOUSE - DAY\nHe sits.')).toEqual(['action: INT. HOUSE - DAY\nHe sits.'])
    expect(shape('INT. HOUSE - DAY\n= Synopsis\n\nHe sits.')).toEqual([
      'heading: INT. HOUSE - DAY',
      'synopsis: Synopsis',
      'action: He sits.',
    ])
  })

  it('needs a blank line before', () => {
    expect(shape('He sits.\nINT. HOUSE - DAY\n\nHe stands.')).toEqual([
      'action: He sits.\nINT. HOUSE - DAY',
      'action: He stands.',
    ])
  })

  it('needs a separator after the prefix', () => {
    expect(shape('INTERIOR\n\nESTABLISHING\n\nEXTRA')).toEqual([
      'action: INTERIOR',
      'action: ESTABLISHING',
      'action: EXTRA',
    ])
  })

  it('is forced by one dot, not by an ellipsis or a dot and a space', () => {
    expect(shape('.KITCHEN\n\n...and\n\n. no')).toEqual([
      'heading: .KITCHEN',
      'action: ...and',
      'action: . no',
    ])
  })

  it('takes the scene number off, whatever is in it, and finds it before a trailing note', () => {
    expect(shape('INT. A #110A#\n\nINT. B #I-1-A#\n\nINT. C #1.# [[why?]]\n\nINT. D ##')).toEqual([
      'heading: INT. A #110A#',
      'heading: INT. B #I-1-A#',
      'heading: INT. C [[why?]] #1.#',
      'heading: INT. D ##',
    ])
  })
})

describe('cues', () => {
  it('takes capitals with at least one letter, and any case in extensions', () => {
    expect(shape('R2D2 (on the radio) (CONT’D)\nBeep.')).toEqual([
      'character: R2D2 (on the radio) (CONT’D)',
      'dialogue: Beep.',
    ])
    expect(shape('23 (O.S.)\nNo.')).toEqual(['action: 23 (O.S.)\nNo.'])
    expect(shape('Han\nNo.')).toEqual(['action: Han\nNo.'])
  })

  it('knows capitals of other scripts, and takes scripts without case only when forced', () => {
    expect(shape('МАША\nДа.')).toEqual(['character: МАША', 'dialogue: Да.'])
    expect(shape('アキラ\nはい。')).toEqual(['action: アキラ\nはい。'])
    expect(shape('@アキラ\nはい。')).toEqual(['character: @アキラ', 'dialogue: はい。'])
    expect(shape('@ليلى\nنعم.')).toEqual(['character: @ليلى', 'dialogue: نعم.'])
    expect(shape('HERR GROß\nJa.')).toEqual(['character: HERR GROß', 'dialogue: Ja.'])
  })

  it('needs something said below, unless forced', () => {
    expect(shape('BOB\n\nHello.')).toEqual(['action: BOB', 'action: Hello.'])
    expect(shape('@BOB\n\nHello.')).toEqual(['character: @BOB', 'action: Hello.'])
    expect(shape('BOB')).toEqual(['action: BOB'])
  })

  it('reads a forced cue that looks like a transition as a cue', () => {
    expect(shape('@CUT TO:\n#1 fan')).toEqual(['character: @CUT TO:', 'dialogue: #1 fan'])
  })

  it('keeps notes on the line with the name', () => {
    expect(shape('MARA [[who?]] (V.O.) ^\nHi.')).toEqual([
      'character: MARA [[who?]] (V.O.) ^',
      'dialogue: Hi.',
    ])
  })

  it('does not take the caret anywhere but at the end', () => {
    expect(shape('AND ^ (Dual)\nNo.')).toEqual(['action: AND ^ (Dual)\nNo.'])
  })
})

describe('dialogue', () => {
  it('takes every line up to the next blank one, two spaces not counting as blank', () => {
    expect(shape('BOB\nOne.\n  \nTwo.\n\nAction.')).toEqual([
      'character: BOB',
      'dialogue: One.\n\nTwo.',
      'action: Action.',
    ])
  })

  it('takes lines that would be something else outside', () => {
    expect(shape('BOB\n#1 in my heart.\n> really\nINT. joke')).toEqual([
      'character: BOB',
      'dialogue: #1 in my heart.\n> really\nINT. joke',
    ])
  })

  it('ends at a page break', () => {
    expect(shape('BOB\nOne.\n===\nTwo.')).toEqual([
      'character: BOB',
      'dialogue: One.',
      'page-break',
      'action: Two.',
    ])
  })

  it('tells parentheticals from speech in parentheses', () => {
    expect(shape('BOB\n(beat)\n(one) and (two)\n()')).toEqual([
      'character: BOB',
      'parenthetical: beat',
      'dialogue: (one) and (two)',
      'parenthetical: ',
    ])
  })

  it('reads lyrics inside and outside', () => {
    expect(shape('BOB\n~La\n~la\nHm.\n\n~ Radio\n~ song')).toEqual([
      'character: BOB',
      'lyrics: La\nla',
      'dialogue: Hm.',
      'lyrics: Radio\nsong',
    ])
  })
})

describe('action', () => {
  it('keeps line breaks, indentation and trailing spaces', () => {
    expect(shape('\tOne  \n   two\n\nThree')).toEqual(['action: \tOne  \n   two', 'action: Three'])
  })

  it('is forced by an exclamation mark, anywhere in a paragraph', () => {
    expect(shape('!INT. HOUSE - DAY\n\nOne\n!TWO')).toEqual([
      'action: !INT. HOUSE - DAY',
      'action: One',
      'action: !TWO',
    ])
  })
})

describe('transitions and centred text', () => {
  it('wants capitals, TO: and nothing behind it', () => {
    expect(shape('CUT TO:\n\nTO:\n\nboop TO:\n\nCUT TO: \n\nFADE TO BLACK.')).toEqual([
      'transition: CUT TO:',
      'transition: TO:',
      'action: boop TO:',
      'action: CUT TO: ',
      'transition: FADE TO BLACK.',
    ])
  })

  it('does not need a blank line around marks', () => {
    expect(shape('One\n> Fade.\n>Two<\n> THREE < [[big]]\nFour')).toEqual([
      'action: One',
      'transition: !Fade.',
      'centered: Two',
      'centered: THREE [[big]]',
      'action: Four',
    ])
  })
})

describe('sections, synopses, page breaks', () => {
  it('reads them at any depth and without blank lines', () => {
    expect(shape('# One\n=Synopsis\n###Three\n====\n==')).toEqual([
      'section 1: One',
      'synopsis: Synopsis',
      'section 3: Three',
      'page-break',
      'synopsis: =',
    ])
  })
})

describe('notes and boneyard', () => {
  it('makes an element of a line of its own and leaves the rest in place', () => {
    expect(shape('[[One]]\n\nA [[two]] b /* three */ c.\n\n/* four */ [[five]]')).toEqual([
      'note: One',
      'action: A [[two]] b /* three */ c.',
      'boneyard:  four ',
      'note: five',
    ])
  })

  it('lets a note cross lines, and blank ones only with two spaces', () => {
    expect(shape('[[One\n  \ntwo]]')).toEqual(['note: One\n\ntwo'])
    expect(shape('[[One\n\ntwo]]')).toEqual(['action: [[One', 'action: two]]'])
  })

  it('lets a boneyard cross anything, even in the middle of a line', () => {
    expect(shape('One /* INT. A - DAY\n\nBOB\nHi. */ two')).toEqual([
      'action: One /* INT. A - DAY\n\nBOB\nHi. */ two',
    ])
    expect(shape('CUT TO:\n/*\ngone\n*/\nEXT. B - DAY')).toEqual([
      'transition: CUT TO:',
      'boneyard: \ngone\n',
      'heading: EXT. B - DAY',
    ])
  })

  it('does not nest, and what never closes is text', () => {
    expect(shape('/* a /* b */ c */')).toEqual(['action: /* a /* b */ c */'])
    expect(shape('one /* two [[ three')).toEqual(['action: one /* two [[ three'])
  })

  it('decides the kind of a line by what is left of it', () => {
    expect(shape('/* x */INT. A - DAY\n\n[[y]] ')).toEqual(['heading: /* x */INT. A - DAY', 'note: y'])
  })
})

describe('title page', () => {
  it('reads keys in any script, values beside and below', () => {
    const { titlePage } = parseFountain('Title:\n\t_One_\n   Two\nАвтор: Маша\n題名：映画\n\nAction.')
    expect(titlePage.map(({ key, values }) => [key, values])).toEqual([
      ['Title', ['_One_', 'Two']],
      ['Автор', ['Маша']],
      ['題名', ['映画']],
    ])
    expect(titlePage[0]?.range).toEqual({ start: 1, end: 3 })
  })

  it.each([
    'FADE IN:\n\nINT. A - DAY',
    'CUT TO:\n\nINT. A - DAY',
    'INT. HOUSE: KITCHEN - DAY',
    '!Note: this',
    '# A: b',
  ])('does not take %j for one', (text) => expect(parseFountain(text).titlePage).toEqual([]))

  it('ends at the first line that is neither key nor value', () => {
    const { titlePage, elements } = parseFountain('Title: T\nNot a key\nStill: not')
    expect(titlePage).toHaveLength(1)
    expect(elements.map(describeElement)).toEqual(['action: Not a key\nStill: not'])
  })

  it('may stand below a note, with a well-known key', () => {
    expect(parseFountain('[[x\ny]]\n\nTitle: T').titlePage).toHaveLength(1)
    expect(parseFountain('[[x]]\n\nHe says: no').titlePage).toHaveLength(0)
  })
})

describe('source ranges', () => {
  it('are exact with every line ending and after a title page', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = [
        '\ufeffTitle: T',
        '',
        'INT. A - DAY',
        '',
        'One',
        'two',
        '',
        'BOB',
        '(beat)',
        'Hi',
        '  ',
        'there',
        '/* a',
        '',
        'b */',
      ]
      const { elements } = parseFountain(text.join(ending))
      expect(elements.map(({ type, range }) => [type, range.start, range.end])).toEqual([
        ['scene-heading', 3, 3],
        ['action', 5, 6],
        ['character', 8, 8],
        ['parenthetical', 9, 9],
        ['dialogue', 10, 15],
      ])
    }
  })

  it('are exact for spans that share lines', () => {
    const { elements } = parseFountain('/* a\nb */ [[c\nd]]')
    expect(elements.map(({ range }) => [range.start, range.end])).toEqual([
      [1, 2],
      [2, 3],
    ])
  })
})

it('reads nothing from nothing', () => {
  for (const text of ['', '\n\n', '   ', '\ufeff']) {
    expect(parseFountain(text)).toEqual({ titlePage: [], elements: [] })
  }
})

describe('what writers do beside the specification', () => {
  it('sets scene numbers at both margins, or at the left one', () => {
    expect(
      shape(
        '7   INT. MILL - DAY   7\n\n8B. EXT. MILL - DAY\n\n9 OMITTED 9\n\nOMITTED #10#\n\n8 INT. MILL - DAY 2',
      ),
    ).toEqual([
      'heading: INT. MILL - DAY #7#',
      'heading: EXT. MILL - DAY #8B#',
      'heading: .OMITTED #9#',
      'heading: .OMITTED #10#',
      'heading: INT. MILL - DAY 2 #8#',
    ])
    expect(shape('7 men wait.\n\n7 OMITTED\n\nOMITTED')).toEqual([
      'action: 7 men wait.',
      'action: 7 OMITTED',
      'action: OMITTED',
    ])
  })

  it('puts lines directly below a transition that everybody knows', () => {
    expect(shape('WIPE TO:\nShe falls.\n\nMATCH CUT:\nBO\nHi.\n\nSCHNITT AUF:\nEr fällt.')).toEqual([
      'transition: WIPE TO:',
      'action: She falls.',
      'transition: MATCH CUT:',
      'character: BO',
      'dialogue: Hi.',
      'transition: SCHNITT AUF:',
      'action: Er fällt.',
    ])
    expect(shape('FADE OUT:\n\nDISSOLVE:\n\nSMASH CUT TO BLACK.\n\nFONDU AU NOIR.\n\nNOT A FADE.')).toEqual([
      'transition: FADE OUT:',
      'transition: DISSOLVE:',
      'transition: SMASH CUT TO BLACK.',
      'transition: FONDU AU NOIR.',
      'action: NOT A FADE.',
    ])
  })

  it('begins lines with words that also begin headings', () => {
    expect(
      shape(
        'INNEN. BOOT - TAG\n\nINNEN IST ES WARM.\n\nInnen ist es warm - Nacht.\n\nEST-CE VRAI ?\n\n.45 calibre rounds.',
      ),
    ).toEqual([
      'heading: INNEN. BOOT - TAG',
      'action: INNEN IST ES WARM.',
      'action: Innen ist es warm - Nacht.',
      'action: EST-CE VRAI ?',
      'action: .45 calibre rounds.',
    ])
  })

  it('breaks parentheticals over lines', () => {
    expect(shape('BO\n(slowly, as if\nhe were asleep)\nYes.\n(no\nend')).toEqual([
      'character: BO',
      'parenthetical: slowly, as if he were asleep',
      'dialogue: Yes.\n(no\nend',
    ])
  })

  it.each([
    ['Something like this: a door.\n\nINT. A - DAY', 0],
    ['OVER WHITE: wind.\n\nINT. A - DAY', 0],
    ['ADA: Hi.\nBO: Hi.\n\nINT. A - DAY', 0],
    ['Titre: Un\n\nScénario: Deux\nVersion: 2\n\nINT. A - DAY', 3],
    ['Title: One\n\nTitle: on a wall.', 1],
    ['Working name: One\nHouse: Two\n\nINT. A - DAY', 2],
    ['/* about */\n\nTitel: Eins\n\nINT. A - DAY', 1],
  ])('begins with what is or is not a title page: %j', (text, count) => {
    const { titlePage, elements } = parseFountain(text)
    expect(titlePage).toHaveLength(count)
    expect(elements.length).toBeGreaterThan(0)
  })
})
