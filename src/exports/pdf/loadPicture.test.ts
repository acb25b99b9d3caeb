import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { loadPicture } from './loadPicture'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

it('a drawing shows nothing of a file that lies beside it', async () => {
  const red = { create: { width: 20, height: 20, channels: 3, background: '#ff0000' } } as const
  await sharp(red).png().toFile(path.join(folder, 'beside.png'))
  const file = path.join(folder, 'drawing.svg')
  const image = '<image href="beside.png" width="20" height="20"/>'
  fs.writeFileSync(file, `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${image}</svg>`)
  const { jpeg } = (await loadPicture(file)) as { jpeg: Buffer }
  const { channels } = await sharp(jpeg).stats()
  // White: of red nothing.
  expect(channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255])
})
