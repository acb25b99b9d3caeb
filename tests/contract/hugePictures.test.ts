import { expect, it } from 'vitest'
import { pngHeader } from '@/lib/pngHeader.testing'
import { describeEngines } from './engines'
import { asAdmin } from './restApi'

describeEngines('A picture of sixty thousand pixels each way', (booted) => {
  const { payload, rest, tree } = asAdmin(booted)
  const form = () => {
    const sent = new FormData()
    sent.set('file', new File([pngHeader(60_000, 60_000) as never], 'wall.png', { type: 'image/png' }))
    sent.set('_payload', JSON.stringify({ project: tree().project.id }))
    return sent
  }

  it('is refused by its header, as a new file and in the place of another', async () => {
    const before = await payload().count({ collection: 'media' })
    const answers = [
      await rest('/media', { method: 'POST', body: form() }),
      await rest(`/media/${tree().media.id}`, { method: 'PATCH', body: form() }),
      await rest(`/media?where[id][equals]=${tree().media.id}`, { method: 'PATCH', body: form() }),
    ]
    for (const { status, text } of answers) {
      expect(status, text).toBe(400)
      expect(text).toContain('60000 × 60000 pixels')
    }
    expect(await payload().count({ collection: 'media' })).toEqual(before)
    const { filename } = await payload().findByID({ collection: 'media', id: tree().media.id })
    expect(filename).toBe(tree().media.filename)
  })
})
