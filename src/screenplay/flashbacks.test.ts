import { describe, expect, it } from 'vitest'
import { readStored } from './read-stored'

/** How each language says where a flashback begins and ends: in the place of a cue, it is nobody. */
const FLASHBACKS: Array<[code: string, heading: string, begins: string, ends: string]> = [
  ['en', 'INT. KITCHEN - NIGHT', 'FLASHBACK', 'END OF FLASHBACK'],
  ['de', 'INNEN. KÜCHE - NACHT', 'RÜCKBLENDE', 'ENDE DER RÜCKBLENDE'],
  ['fr', 'INT. CUISINE - NUIT', 'FLASHBACK', 'FIN DU FLASHBACK'],
  ['es', 'INT. COCINA - NOCHE', 'FLASHBACK', 'FIN DEL FLASHBACK'],
  ['pt', 'INT. COZINHA - NOITE', 'FLASHBACK', 'FIM DO FLASHBACK'],
  ['it', 'INT. CUCINA - NOTTE', 'FLASHBACK', 'FINE FLASHBACK'],
  ['nl', 'INT. KEUKEN - AVOND', 'FLASHBACK', 'EINDE FLASHBACK'],
  ['sv', 'INT. KÖK - KVÄLL', 'ÅTERBLICK', 'SLUT PÅ ÅTERBLICK'],
  ['da', 'INT. KØKKEN - AFTEN', 'TILBAGEBLIK', 'SLUT PÅ TILBAGEBLIK'],
  ['nb', 'INT. KJØKKEN - KVELD', 'TILBAKEBLIKK', 'SLUTT PÅ TILBAKEBLIKK'],
  ['fi', 'SISÄ. KEITTIÖ - ILTA', 'TAKAUMA', 'TAKAUMA PÄÄTTYY'],
  ['pl', 'WN. KUCHNIA - NOC', 'RETROSPEKCJA', 'KONIEC RETROSPEKCJI'],
  ['cs', 'INT. KUCHYNĚ - VEČER', 'RETROSPEKTIVA', 'KONEC RETROSPEKTIVY'],
  ['ru', 'ИНТ. КУХНЯ - НОЧЬ', 'ФЛЕШБЭК', 'КОНЕЦ ФЛЕШБЭКА'],
  ['uk', 'ІНТ. КУХНЯ - НІЧ', 'ФЛЕШБЕК', 'КІНЕЦЬ ФЛЕШБЕКУ'],
  ['tr', 'İÇ. MUTFAK - GECE', 'GERİYE DÖNÜŞ', 'GERİYE DÖNÜŞ SONU'],
  ['el', 'ΕΣΩΤ. ΚΟΥΖΙΝΑ - ΝΥΧΤΑ', 'ΑΝΑΔΡΟΜΗ', 'ΤΕΛΟΣ ΑΝΑΔΡΟΜΗΣ'],
]

describe('the marks of a flashback are no people', () => {
  it.each(FLASHBACKS)('in %s', (code, heading, begins, ends) => {
    const text = `${heading}\n\n${begins}\nThe sea, years ago.\n\n${ends}\nShe blinks.\n\n${heading}\n\nx.\n`
    const { breakdown } = readStored(text)
    expect(breakdown.language).toBe(code)
    expect(breakdown.characters).toEqual([])
    expect(breakdown.doubtfulCues.map(({ name }) => name)).toEqual([begins, ends])
    expect(breakdown.warnings.map(({ line }) => line)).toEqual([3, 6])
  })
})
