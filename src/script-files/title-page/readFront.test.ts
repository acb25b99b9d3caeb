import { expect, it } from 'vitest'
import { readFront } from './readFront'

const front = (text: string, canGuess = true) => {
  const found = readFront(text.split('\n'), canGuess)
  return found && { ...found, entries: found.entries.map(({ key, values }) => [key, ...values]) }
}

it.each([
  [
    'English',
    'The Kiln\n\nA radio play by Ida Marsh\n\nBased on the story\nby Tom Reeve\n\nThird draft\n4/11/2026\n\nIda Marsh\n7 March Lane, Leeds\n0113 496 0999\n\nCopyright 2026 Ida Marsh',
    [
      ['Title', 'The Kiln'],
      ['Credit', 'A radio play by'],
      ['Author', 'Ida Marsh'],
      ['Source', 'Based on the story', 'by Tom Reeve'],
      ['Draft date', 'Third draft', '4/11/2026'],
      ['Contact', 'Ida Marsh', '7 March Lane, Leeds', '0113 496 0999'],
      ['Copyright', '© 2026 Ida Marsh'],
    ],
  ],
  [
    'German',
    'DER OFEN\nBuch: Jonas Reh\nRegie: Pia Lamm\n\nfrei nach Motiven von Anna Wald\n\nDrehfassung vom 4.11.2026\n\nAgentur Nord\nHafenstraße 7, Kiel\nTelefon 0431 998877',
    [
      ['Title', 'DER OFEN'],
      ['Author', 'Jonas Reh'],
      ['Source', 'frei nach Motiven von Anna Wald'],
      ['Draft date', 'Drehfassung vom 4.11.2026'],
      ['Contact', 'Agentur Nord', 'Hafenstraße 7, Kiel', 'Telefon 0431 998877'],
      ['Regie', 'Pia Lamm'],
    ],
  ],
  [
    'French',
    'Le four\n\nÉcrit par\nLou Martin\n\nadapté du roman de Jean Vidal\n\n4 novembre 2026\n\nlou@example.fr',
    [
      ['Title', 'Le four'],
      ['Credit', 'Écrit par'],
      ['Author', 'Lou Martin'],
      ['Source', 'adapté du roman de Jean Vidal'],
      ['Draft date', '4 novembre 2026'],
      ['Contact', 'lou@example.fr'],
    ],
  ],
  [
    'Chinese',
    '《窑火》\n编剧：周小满\n导演：何青\n\n根据真实事件\n初稿\n电话：021-55556666\n版权所有',
    [
      ['Title', '窑火'],
      ['Author', '周小满'],
      ['Source', '根据真实事件'],
      ['Draft date', '初稿'],
      ['Contact', '电话：021-55556666'],
      ['导演', '何青'],
      ['Copyright', '版权所有'],
    ],
  ],
  [
    'Japanese',
    '窯の火\n\n脚本\n森ひかり\n\n原案：田辺\n準備稿　2026年11月4日\n\n電話 03-5555-6666',
    [
      ['Title', '窯の火'],
      ['Credit', '脚本'],
      ['Author', '森ひかり'],
      ['Source', '原案：田辺'],
      ['Draft date', '準備稿　2026年11月4日'],
      ['Contact', '電話 03-5555-6666'],
    ],
  ],
  [
    'Russian',
    'ПЕЧЬ\n\nАвтор сценария\nИнна Сом\n\nпо повести Петра Гая\n\nВторая редакция, 4 ноября 2026\n\nТел. 8 495 555 66 77\nВсе права защищены',
    [
      ['Title', 'ПЕЧЬ'],
      ['Credit', 'Автор сценария'],
      ['Author', 'Инна Сом'],
      ['Source', 'по повести Петра Гая'],
      ['Draft date', 'Вторая редакция, 4 ноября 2026'],
      ['Contact', 'Тел. 8 495 555 66 77'],
      ['Copyright', 'Все права защищены'],
    ],
  ],
])('a title page without keys, in %s', (_, text, entries) => {
  expect(front(text)).toMatchObject({ entries, length: text.split('\n').length, guess: null })
})

it('ends where the script begins', () => {
  const found = front('THE KILN\nby Ida Marsh\n\nSmoke over the yard.\n\nida@example.org')
  expect(found).toMatchObject({ length: 2 })
})

it.each(['THE KILN', 'The Kiln', 'The Kiln\nIda Marsh', '窯の火'])('%s: a guess, and said', (text) => {
  expect(front(text)).toMatchObject({ guess: text.split('\n')[0] })
  expect(front(text, false)).toBeNull()
})

it.each([
  ['a sentence', 'Smoke over the yard.'],
  ['two', 'Smoke over the yard.\n\nA dog barks.'],
  ['a direction', 'BLACK SCREEN'],
  ['an opening', 'FADE IN:'],
  ['words that begin small', 'smoke over the yard'],
  ['a date of the story', '4 November 1944'],
  ['a note', 'Note: keep the light low'],
  ['capitals over a sentence', 'THE KILN\n\nSmoke over the yard.'],
  ['雨。', '雨。'],
])('%s stays with the script', (_, text) => {
  expect(front(text)).toBeNull()
})
