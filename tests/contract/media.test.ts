import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { unique } from './fixtures'

const COLOURS = ['#102030', '#405060', '#708090', '#a0b0c0', '#d0e0f0', '#0f1e2d', '#3c4b5a', '#69788f']

const picture = (background: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer()

describeEngines('Media files', (booted) => {
  it('that come in together under one name keep each its own bytes', async () => {
    const { payload } = booted()
    const { id: project } = await payload.create({
      collection: 'projects',
      data: { title: unique('Project'), type: 'short', status: 'concept' },
    })
    const sent = await Promise.all(COLOURS.map(picture))
    const made = await Promise.all(
      sent.map((data) =>
        payload.create({
          collection: 'media',
          data: { project },
          file: { name: 'Scene 3 shot 1.PNG', data, mimetype: 'image/png', size: data.length },
        }),
      ),
    )
    const folder = process.env.MEDIA_DIR as string
    for (const [index, media] of made.entries()) {
      // The name still says what it is: no counter in it was counted up.
      expect(media.filename).toMatch(/^scene-3-shot-1-[a-z]{8}\.png$/)
      const stored = await fs.readFile(path.join(folder, media.filename as string))
      expect(stored.equals(sent[index] as Buffer), media.filename as string).toBe(true)
    }
    expect(new Set(made.map(({ filename }) => filename)).size).toBe(COLOURS.length)
    expect(new Set(made.map(({ sizes }) => sizes?.thumbnail?.filename)).size).toBe(COLOURS.length)
  })

  it('that replace another get a name of their own', async () => {
    const { payload } = booted()
    const { id: project } = await payload.create({
      collection: 'projects',
      data: { title: unique('Project'), type: 'short', status: 'concept' },
    })
    const file = async (colour: string) => {
      const data = await picture(colour)
      return { name: 'cover.png', data, mimetype: 'image/png', size: data.length }
    }
    const first = await payload.create({
      collection: 'media',
      data: { project },
      file: await file('#102030'),
    })
    const next = await payload.update({
      collection: 'media',
      id: first.id,
      data: {},
      file: await file('#d0e0f0'),
    })
    expect(next.filename).toMatch(/^cover-[a-z]{8}\.png$/)
    expect(next.filename).not.toBe(first.filename)
  })
})
