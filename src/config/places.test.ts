import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { assertUsable } from './places'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-places-'))
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const text = path.join(dir, 'text')
fs.writeFileSync(text, 'x')

const problemOf = (env: Record<string, string>, media = true): string | null => {
  const source = {
    PATH: process.env.PATH,
    PAYLOAD_SECRET: 'long-enough-a-secret',
    DATABASE_URI: `file:${path.join(dir, 'studio.db')}`,
    MEDIA_DIR: path.join(dir, 'media'),
    ...env,
  } as unknown as NodeJS.ProcessEnv
  try {
    assertUsable({ media }, source)
    return null
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).join()
  }
}

describe('assertUsable', () => {
  it('wants of a program that it is there and may be started', () => {
    const node = process.execPath
    for (const good of [node, path.relative('.', node), path.basename(node), ` ${node} `, '', ' '])
      expect([good, problemOf({ FFMPEG_PATH: good })]).toEqual([good, null])
    for (const bad of ['/nope', dir, text, './nope'])
      expect(problemOf({ FFMPEG_PATH: bad })).toBe(
        `  - FFMPEG_PATH: ${bad} is no program that this user may start.`,
      )
    expect(problemOf({ FFMPEG_PATH: 'no-such-ffmpeg' })).toBe(
      '  - FFMPEG_PATH: There is no program no-such-ffmpeg on the PATH.',
    )
  })

  it('wants of folders that files can be made in them, where any are made', () => {
    for (const name of ['MEDIA_DIR', 'TMPDIR']) {
      expect(problemOf({ [name]: text })).toBe(`  - ${name}: ${text} is a file, not a folder.`)
      expect(problemOf({ [name]: text }, false)).toBeNull()
      expect(problemOf({ [name]: path.join(dir, 'new', name) })).toBeNull()
    }
  })
})
