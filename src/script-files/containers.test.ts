import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readScript } from './readScript'

const SCRIPT = strToU8('INT. BOAT HOUSE - DUSK\n\nILSE\nThe rope is wet.\n')
const read = (files: Parameters<typeof zipSync>[0], name: string) => readScript(zipSync(files), name)

it.each([
  [
    'a Highland document',
    { 'Ice.textbundle/text.md': SCRIPT, 'Ice.textbundle/info.json': strToU8('{}') },
    'Ice.highland',
  ],
  [
    'a TextPack',
    { 'Ice.textbundle/text.fountain': SCRIPT, 'Ice.textbundle/assets/map.txt': SCRIPT },
    'Ice.textpack',
  ],
  ['a TextBundle that was zipped', { 'text.txt': SCRIPT, 'info.json': strToU8('{}') }, 'Ice.textbundle'],
  [
    'a zip with a script and a picture',
    { 'drafts/ice.fountain': SCRIPT, 'a.png': new Uint8Array(9) },
    'Ice.zip',
  ],
  ['a zip from a Mac', { 'ice.fountain': SCRIPT, '__MACOSX/._ice.fountain': strToU8('junk') }, 'Ice.zip'],
  ['whatever the name says', { 'ice.fountain': SCRIPT }, 'ice.fountain'],
])('opens %s', async (_, files, name) => {
  const { breakdown, format } = await read(files, name)
  expect(format).toBe('fountain')
  expect(breakdown.scenes.map(({ heading }) => heading)).toEqual(['INT. BOAT HOUSE - DUSK'])
})

it('opens one that was written in a stream, with the sizes behind the data', async () => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  const entry = new ZipDeflate('Ice.textbundle/text.fountain')
  zip.add(entry)
  entry.push(SCRIPT, true)
  zip.end()
  expect((await readScript(Buffer.concat(chunks), 'Ice.highland')).breakdown.scenes).toHaveLength(1)
})

it.each([
  [
    'without a script',
    { 'a.png': new Uint8Array(9), 'b.json': strToU8('{}') },
    /no script in this archive. It holds a.png, b.json/,
  ],
  ['with two', { 'a.fountain': SCRIPT, 'b.fountain': SCRIPT }, /several scripts.*a.fountain, b.fountain/],
  [
    'with too many files',
    Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}.png`, SCRIPT])),
    /more than 2000 files/,
  ],
])('refuses an archive %s, by its name', async (_, files, message) => {
  await expect(read(files, 'x.zip')).rejects.toThrow(message)
  await expect(read(files, 'x.zip')).rejects.toThrow(/^x\.zip: /)
})

it('refuses what unpacks to more than a script may have, also where it claims less', async () => {
  const bomb = zipSync({ 'a.fountain': new Uint8Array(21 * 1024 * 1024).fill(0x20) }, { level: 1 })
  expect(bomb.length).toBeLessThan(200_000)
  await expect(readScript(bomb, 'bomb.zip')).rejects.toThrow(/larger than 20 MB when unpacked/)
  // The size stands in the local header at 22 and in the directory at 24.
  const view = new DataView(bomb.buffer, bomb.byteOffset)
  const directory = view.getUint32(bomb.length - 6, true)
  view.setUint32(22, 10, true)
  view.setUint32(directory + 24, 10, true)
  await expect(readScript(bomb, 'bomb.zip')).rejects.toThrow(/larger than 20 MB when unpacked/)
})

it('refuses a cut archive in plain words', async () => {
  const whole = zipSync({ 'ice.fountain': SCRIPT })
  await expect(readScript(whole.subarray(0, 60), 'cut.zip')).rejects.toThrow(
    /^cut\.zip: The archive is damaged/,
  )
})
