import { describe, expect, it } from 'vitest'
import { unwritable } from './unwritable'

describe('What cannot be written down', () => {
  it.each([
    [{ text: 'a\0b' }, 'text'],
    [{ scenes: [{ title: 'x' }, { title: '\0' }] }, 'scenes.1.title'],
    [{ text: 'a\ud83d' }, 'text'],
    [{ outer: { '\0': 1 } }, 'outer'],
    ['\0', 'body'],
  ])('is found, and named by its field: %j', (value, field) => {
    expect(unwritable(value).map((each) => each.field)).toEqual([field])
  })

  it('is nothing else', () => {
    expect(unwritable({ text: 'Ångström 😀\n\t', list: [1, null, new Date(), new Uint8Array([0])] })).toEqual(
      [],
    )
  })
})
