import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { assertNoBomb } from './assertNoBomb'
import { madeScript } from './madeScript.testing'
import { readPdf } from './readPdf'
import { LAYOUTS, type Layout, typeset } from './typeset.testing'

const withContent = (content: string, extra = '') => {
  const packed = deflateSync(Buffer.from(content, 'latin1'), { level: 9 })
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>> endobj\n4 0 obj <</Length ${packed.length}/Filter/FlateDecode${extra}>> stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n'),
  ])
}

describe('a page of millions of operations in a few kilobytes', () => {
  it('is refused in words, at once', async () => {
    const bytes = withContent('q Q '.repeat(1_500_000))
    expect(bytes.length).toBeLessThan(10_000)
    const before = process.cpuUsage().user
    await expect(readPdf(bytes)).rejects.toMatchObject({
      name: 'ScriptError',
      message: expect.stringMatching(/much more than a script/),
    })
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2)
  })

  it('is no white picture, and no script', async () => {
    expect(() => assertNoBomb(withContent('\0'.repeat(6_000_000), '/Subtype/Image'))).not.toThrow()
    expect(() => assertNoBomb(new Uint8Array())).not.toThrow()
    const script = await typeset(madeScript(20), LAYOUTS[0] as Layout)
    expect(() => assertNoBomb(script)).not.toThrow()
  })
})
