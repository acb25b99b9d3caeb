import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFountain, readStored, sameScreenplay, writeFountain } from '@/screenplay'
import { LANGUAGES } from '@/screenplay/languages/index'

/**
 * A script in each language as its own studios print it: SÉQUENCE 1, BILD 5, S#1., ○, the place before the side, the
 * time beside the side. What each says is written here by hand, from the text.
 */
const HABITS: Array<[code: string, scenes: Array<[string, string, string, string]>, people: string[]]> = [
  [
    'ar',
    [
      ['1', 'INT', 'مطبخ', 'ليل'],
      ['2', 'EXT', 'الميناء', 'نهار'],
      ['3', 'INT', 'مكتب', 'مساء'],
    ],
    ['ليلى', 'كريم'],
  ],
  [
    'cs',
    [
      ['1', 'INT', 'KUCHYNĚ', 'NOC'],
      ['2', 'EXT', 'PŘÍSTAV', 'DEN'],
      ['3', 'INT/EXT', 'AUTO', 'VEČER'],
    ],
    ['EVA', 'JAN'],
  ],
  [
    'da',
    [
      ['1', 'INT', 'KØKKEN', 'AFTEN'],
      ['2', 'EXT', 'HAVN', 'DAG'],
      ['3', 'EXT', 'GÅRD', 'NAT'],
    ],
    ['FREJA', 'MADS'],
  ],
  [
    'de',
    [
      ['1', 'INT', 'KÜCHE', 'NACHT'],
      ['2', 'EXT', 'GARTEN', 'TAG'],
      ['3', 'INT', 'WOHNUNG MARA', 'ABEND'],
      ['3A', 'INT/EXT', 'AUTO', 'TAG'],
    ],
    ['MARA', 'OTTO'],
  ],
  [
    'el',
    [
      ['1', 'INT', 'ΚΟΥΖΙΝΑ', 'ΝΥΧΤΑ'],
      ['2', 'EXT', 'ΛΙΜΑΝΙ', 'ΜΕΡΑ'],
      ['3', 'INT', 'ΓΡΑΦΕΙΟ', 'ΒΡΑΔΥ'],
    ],
    ['ΕΛΕΝΗ', 'ΝΙΚΟΣ'],
  ],
  [
    'en',
    [
      ['1', 'INT', 'KITCHEN', 'NIGHT'],
      ['2', 'EXT', 'HARBOUR', 'DAY'],
      ['3', 'INT', 'OFFICE', 'EVENING'],
      ['4', 'OTHER', 'THE HARBOUR', 'DUSK'],
    ],
    ['MARA', 'OTTO'],
  ],
  [
    'es',
    [
      ['1', 'INT', 'COCINA', 'NOCHE'],
      ['2', 'EXT', 'PLAYA', 'DÍA'],
      ['3', 'EXT', 'PUERTO', 'AMANECER'],
    ],
    ['LUCÍA', 'MATEO'],
  ],
  [
    'fi',
    [
      ['1', 'INT', 'KEITTIÖ', 'ILTA'],
      ['2', 'EXT', 'SATAMA', 'PÄIVÄ'],
      ['3', 'INT', 'TOIMISTO', 'YÖ'],
    ],
    ['AINO', 'EERO'],
  ],
  [
    'fr',
    [
      ['1', 'INT', 'CUISINE', 'NUIT'],
      ['2', 'EXT', 'RUE DU PORT', 'JOUR'],
      ['3', 'INT', 'SALON', 'SOIR'],
      ['4', 'INT', 'COULOIR', 'JOUR'],
    ],
    ['LÉA', 'PAUL'],
  ],
  [
    'he',
    [
      ['1', 'INT', 'מטבח', 'לילה'],
      ['2', 'EXT', 'נמל', 'יום'],
      ['3', 'INT', 'משרד', 'ערב'],
    ],
    ['דנה', 'יוסי'],
  ],
  [
    'hi',
    [
      ['1', 'INT', 'रसोई', 'रात'],
      ['२', 'EXT', 'बंदरगाह', 'दिन'],
      ['3', 'INT', 'दफ़्तर', 'शाम'],
    ],
    ['मीरा', 'रवि'],
  ],
  [
    'it',
    [
      ['1', 'INT', 'CUCINA', 'NOTTE'],
      ['2', 'INT', 'CASA MORELLI. SALOTTO', 'GIORNO'],
      ['3', 'INT', 'UFFICIO', 'GIORNO'],
    ],
    ['GIULIA', 'PIETRO'],
  ],
  [
    'ja',
    [
      ['A3', 'INT', '台所', '夜'],
      ['B3', 'OTHER', '港', '朝'],
      ['3', 'INT', '事務所', '夕方'],
    ],
    ['花', '健'],
  ],
  [
    'ko',
    [
      ['1', 'OTHER', '부엌', '밤'],
      ['2', 'OTHER', '항구', '낮'],
      ['3', 'INT', '사무실', '저녁'],
    ],
    ['지수', '민호'],
  ],
  [
    'nb',
    [
      ['1', 'INT', 'KJØKKEN', 'KVELD'],
      ['2', 'EXT', 'HAVN', 'DAG'],
      ['3', 'EXT', 'GÅRD', 'NATT'],
    ],
    ['INGRID', 'OLE'],
  ],
  [
    'nl',
    [
      ['1', 'INT', 'KEUKEN', 'AVOND'],
      ['2', 'EXT', 'HAVEN', 'DAG'],
      ['3', 'INT', 'KANTOOR', 'NACHT'],
    ],
    ['SANNE', 'BRAM'],
  ],
  [
    'pl',
    [
      ['1', 'INT', 'KUCHNIA', 'NOC'],
      ['2', 'EXT', 'PORT', 'DZIEŃ'],
      ['3', 'INT', 'BIURO', 'WIECZÓR'],
    ],
    ['ZOFIA', 'JAN'],
  ],
  [
    'pt',
    [
      ['1', 'INT', 'COZINHA', 'NOITE'],
      ['2', 'INT', 'CASA DE MARA. SALA', 'DIA'],
      ['3', 'EXT', 'PRAIA', 'ENTARDECER'],
    ],
    ['RITA', 'JOÃO'],
  ],
  [
    'ru',
    [
      ['1-1', 'INT', 'КВАРТИРА', 'НОЧЬ'],
      ['2', 'EXT', 'ДВОР', 'ДЕНЬ'],
      ['1-3', 'INT', 'КВАРТИРА ВЕРЫ/КУХНЯ', 'УТРО'],
    ],
    ['ВЕРА', 'ПАВЕЛ'],
  ],
  [
    'sv',
    [
      ['1', 'INT', 'KÖK', 'KVÄLL'],
      ['2', 'EXT', 'HAMN', 'DAG'],
      ['3', 'INT/EXT', 'BIL', 'NATT'],
    ],
    ['ELSA', 'NILS'],
  ],
  [
    'tr',
    [
      ['1', 'INT', 'MUTFAK', 'GECE'],
      ['2', 'EXT', 'SAHİL', 'GÜN'],
      ['3', 'INT', 'OFİS', 'AKŞAM'],
    ],
    ['ELIF', 'KEREM'],
  ],
  [
    'uk',
    [
      ['1', 'INT', 'КВАРТИРА', 'НІЧ'],
      ['2', 'EXT', 'ДВІР', 'ДЕНЬ'],
      ['3', 'EXT', 'ПОРТ', 'РАНОК'],
    ],
    ['ОЛЕНА', 'ТАРАС'],
  ],
  [
    'zh',
    [
      ['1', 'INT', '厨房', '夜'],
      ['2', 'EXT', '码头', '日'],
      ['3', 'INT', '办公室', '夜'],
    ],
    ['林晓', '王强'],
  ],
]

const read = (code: string) =>
  readFileSync(new URL(`../../fixtures/scripts/languages/${code}.fountain`, import.meta.url), 'utf8')

it('has a script in every language', () => {
  expect(HABITS.map(([code]) => code)).toEqual(LANGUAGES.map(({ code }) => code).sort())
})

describe.each(HABITS)('%s', (code, scenes, people) => {
  const { breakdown } = readStored(read(code))

  it('its headings, places, times and people', () => {
    expect(breakdown.language).toBe(code)
    expect(
      breakdown.scenes.map(({ sceneNumber, interiorExterior, location, timeOfDay }) => [
        sceneNumber,
        interiorExterior,
        location,
        timeOfDay,
      ]),
    ).toEqual(scenes)
    expect(breakdown.characters.map(({ name }) => name)).toEqual(people)
    expect(breakdown.warnings).toEqual([])
  })

  it('is the same script when it is written and read again', () => {
    const once = parseFountain(read(code))
    expect(sameScreenplay(once, parseFountain(writeFountain(once)))).toBe(true)
  })
})

describe('no heading is made of', () => {
  it.each([
    'BANG! - INSIDE',
    'THE HOUSE - EXTERIOR',
    'SCENE 2 WAS BETTER',
    'Scene 5 - the kitchen.',
    'BILD 7',
    '5 - 6 PEOPLE RUN',
    '12 YEARS LATER',
    'A/C UNIT',
    'NO. 5, THE YARD',
    'ABEND. NACHT.',
  ])('%s', (line) => {
    const { elements } = parseFountain(`INT. A - DAY\n\n${line}\n\nShe waits.\n`)
    expect(elements[1]?.type).not.toBe('scene-heading')
  })
})
