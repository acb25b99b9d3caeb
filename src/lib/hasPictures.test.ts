import { describe, expect, it } from 'vitest'
import { hasPictures } from './hasPictures'

const of = (text: string) => Buffer.from(text, 'latin1')
const handler = (kind: string) => `\0\0\0\x20hdlr\0\0\0\0\0\0\0\0${kind}\0\0\0\0\0\0\0\0\0\0\0\0`
const mp4 = (...kinds: string[]) => of(`\0\0\0\x18ftypmp42\0\0\0\0isommp42${kinds.map(handler).join('')}`)
const webm = (...codecs: string[]) =>
  of(
    `\x1a\x45\xdf\xa3\x9f${codecs.map((id) => `\x86${String.fromCharCode(0x80 + id.length)}${id}`).join('')}`,
  )

describe('hasPictures', () => {
  it('is said by the tracks of a container', () => {
    expect(hasPictures(mp4('soun'))).toBe(false)
    expect(hasPictures(mp4('soun', 'vide'))).toBe(true)
    expect(hasPictures(webm('A_OPUS'))).toBe(false)
    expect(hasPictures(webm('A_OPUS', 'V_VP9'))).toBe(true)
    expect(hasPictures(of(`\0\0\0\x08wide${handler('soun')}`))).toBe(false)
  })

  it('is taken for granted where no track says anything', () => {
    expect(hasPictures(mp4())).toBe(true)
    expect(hasPictures(webm())).toBe(true)
    expect(hasPictures(of(''))).toBe(true)
  })
})
