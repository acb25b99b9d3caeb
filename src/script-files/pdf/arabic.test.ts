import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { screenplayPdf } from '@/exports/screenplay/screenplayPdf'
import { parseFountain } from '@/screenplay'
import { readPdfScript } from './readPdfScript'

const told = ({ elements }: ReturnType<typeof parseFountain>) =>
  elements.map((element) => [
    element.type,
    // Two signs over one letter are the same in either order.
    (element.type === 'character' ? element.name : 'text' in element ? element.text : '').normalize('NFC'),
  ])

it('Arabic that was printed here keeps its lam before its alef, and vowel signs over their letters', async () => {
  const script = parseFountain(
    'داخلي - مطبخ - نهار #1#\n\n@ليلى\n(مبتسماً)\nلا تعد إلى هنا. الآن أو لا شيء.\n\n' +
      'لأن الإمامَ لإبراهيم. هذا لآدم حقّاً جدًّا.\n\n@سامي\nحسنًا يا مُحَمَّد.\n',
  )
  const { screenplay } = await readPdfScript(new Uint8Array(await screenplayPdf(script)))
  expect(told(screenplay)).toEqual(told(script))
})

it('Arabic that a browser printed, by the shapes of its letters, is read by its letters', async () => {
  const { screenplay, text } = await readPdfScript(readFileSync('fixtures/printed/arabic-chromium.pdf'))
  expect(told(screenplay)).toEqual([
    ['scene-heading', 'داخلي - مطبخ - نهار'],
    ['action', 'ليلى تصب الشاي. لا أحد يتكلم الآن.'],
    ['character', 'ليلى'],
    ['dialogue', 'لا تعد إلى هنا.'],
    ['character', 'سامي'],
    ['parenthetical', 'مبتسماً'],
    ['dialogue', 'حسناً. الآن أو لا شيء.'],
    ['scene-heading', 'خارجي - شارع - ليل'],
    ['action', 'مطر.'],
  ])
  expect(text).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc]/)
})
