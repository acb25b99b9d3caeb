import { expect, it } from 'vitest'
import { readStored } from './read-stored'

it.each([
  ['en', 'INT. HUT - NIGHT\n\nShe waits.'],
  ['de', 'INT. HÜTTE - NACHT\n\nSie wartet und es ist kalt.'],
  ['nl', 'INT. HUT - NACHT\n\nZe wacht en het is koud.'],
  ['fr', 'INT. CABANE - NUIT\n\nElle attend.'],
  ['es', 'INT. CABAÑA - NOCHE\n\nElla espera.'],
  ['pt', 'INT. CABANA - NOITE\n\nEla espera.'],
  ['it', 'INT. CAPANNA - NOTTE\n\nLei aspetta.'],
  ['sv', 'INT. STUGA - KVÄLL\n\nHon väntar.'],
  ['fi', 'SIS. MÖKKI - YÖ\n\nHän odottaa.'],
  ['pl', 'INT. CHATA - WIECZÓR\n\nOna czeka.'],
  ['cs', 'INT. CHATA - DEN\n\nOna se na to dívá a je jí zima.'],
  ['ru', 'ИНТ. ИЗБА - НОЧЬ\n\nОна ждёт.'],
  ['uk', 'ІНТ. ХАТА - НІЧ\n\nВона чекає.'],
  ['tr', 'İÇ. KULÜBE - GECE\n\nBekliyor.'],
  ['el', 'ΕΣΩΤ. ΚΑΛΥΒΑ - ΝΥΧΤΑ\n\nΠεριμένει.'],
  ['he', 'INT. בקתה - לילה\n\nהיא מחכה.'],
  ['ar', 'INT. كوخ - ليل\n\nتنتظر.'],
  ['hi', 'INT. झोपड़ी - रात\n\nवह रुकती है।'],
  ['zh', '内景 小屋 - 夜晚\n\n她在等。'],
  ['ja', 'INT. 小屋 - 夜\n\n彼女は待っている。'],
  ['ko', 'INT. 오두막 - 밤\n\n그녀는 기다린다.'],
  // Headings tell nothing.
  ['fr', 'INT. CABANE\n\nElle est dans la cabane et elle attend que les autres sortent.'],
  ['en', 'INT. HUT\n\nXyz.'],
])('tells %s', (language, text) => {
  expect(readStored(`${text}\n`).breakdown.language).toBe(language)
})
