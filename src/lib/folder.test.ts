import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ensureFolder, ensureWritableFolder, FolderUnusable } from './folder'

describe('a folder to write to', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-folder-'))
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

  it('is made with all that is above it, and left empty', () => {
    const folder = path.join(dir, 'a', 'b', 'c')
    ensureWritableFolder(folder)
    ensureWritableFolder(folder)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('is not a file, and not below one', () => {
    const file = path.join(dir, 'letter.txt')
    fs.writeFileSync(file, 'Dear folder')
    for (const folder of [file, path.join(file, 'x', 'y')]) {
      expect(() => ensureFolder(folder)).toThrow(new FolderUnusable(`${file} is a file, not a folder.`))
    }
  })

  it.skipIf(!fs.existsSync('/proc/self'))(
    'is refused where the system makes none, instead of tried for ever',
    () => {
      expect(() => ensureFolder('/proc/nope/deeper')).toThrow(
        new FolderUnusable('The folder /proc/nope/deeper cannot be made: the system makes no folders there.'),
      )
    },
  )

  it.skipIf(!fs.existsSync('/sys/kernel'))('is refused where it is there and takes no file', () => {
    expect(() => ensureWritableFolder('/sys/kernel')).toThrow(
      /^The folder \/sys\/kernel cannot be written to: /,
    )
  })
})
