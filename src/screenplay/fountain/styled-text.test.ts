import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainText } from './plain-text'
import { styledLines } from './styled-text'

const marked = (text: string) =>
  styledLines(text).map((runs) =>
    runs.map(({ text: part, isBold, isItalic, isUnderlined }) => {
      const style = `${isBold ? 'b' : ''}${isItalic ? 'i' : ''}${isUnderlined ? 'u' : ''}`
      return style ? `<${style}>${part}` : part
    }),
  )

it.each([
  ['plain', [['plain']]],
  ['a *slow* fuse', [['a ', '<i>slow', ' fuse']]],
  ['a **loud** one', [['a ', '<b>loud', ' one']]],
  ['***both*** ends', [['<bi>both', ' ends']]],
  ['_under *and* over_', [['<u>under ', '<iu>and', '<u> over']]],
  ['he dialled *69 and *23', [['he dialled *69 and *23']]],
  ['5 * 3 * 2', [['5 * 3 * 2']]],
  ['escaped \\*stars\\*', [['escaped *stars*']]],
  ['*one\ntwo*', [['*one'], ['two*']]],
  ['seen [[but not this]] here', [['seen here']]],
])('%j', (text, runs) => {
  expect(marked(text)).toEqual(runs)
})

it('the runs of a text are its plain text, whatever stands in it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '*', '_', '\\', '\n', '[[', ']]', '/*', '*/', 'é'),
  })
  fc.assert(
    fc.property(text, (each) => {
      const joined = styledLines(each).map((runs) => runs.map((run) => run.text).join(''))
      expect(joined.join('\n')).toBe(plainText(each))
    }),
  )
})
