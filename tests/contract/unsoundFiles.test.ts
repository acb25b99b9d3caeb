import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { unique } from './fixtures'
import { asAdmin } from './restApi'

describeEngines('What no database keeps whole', (booted) => {
  const { payload, patch, api, tree } = asAdmin(booted)

  it('is refused in corrected lines of a PDF', async () => {
    const form = new FormData()
    form.set('file', new File(['%PDF-1.4'], 'a.pdf'))
    form.set('choices', JSON.stringify({ lines: [{ id: '1.1', text: 'a\0' }] }))
    const answer = await api(`/episodes/${tree().episode.id}/drafts`, { method: 'POST', body: form })
    const { error } = (await answer.json()) as { error: { details: { problems: Array<{ field: string }> } } }
    expect([answer.status, error.details.problems.map(({ field }) => field)]).toEqual([
      400,
      ['choices.lines.0.text'],
    ])
  })

  it('in a file is said, and never cuts the script', async () => {
    const form = new FormData()
    const script = 'INT. ROOM - DAY\n\nFo\0g.\n\nINT. HALL - NIGHT\n\nRain.\n'
    form.set('file', new File([script], 'a.fountain'))
    const answer = await api(`/episodes/${tree().episode.id}/drafts`, { method: 'POST', body: form })
    const said = JSON.stringify(await answer.json())
    expect(answer.status < 500).toBe(true)
    expect(said).toMatch(/NUL|binary|no text|character/i)
  })

  it('does no harm where it is stored already, and can be mended', async () => {
    for (const collection of ['characters', 'locations'] as const) {
      const doc = await payload().create({
        collection,
        data: {
          project: tree().project.id,
          name: unique('Odd'),
          aliases: ['Oddity'],
          scope: 'project',
        } as never,
      })
      await payload().db.updateOne({ collection, id: doc.id, data: { aliases: [null, ''] } as never })
      const text = 'INT. ROOM - DAY\n\nFog.\n'
      const json = { 'content-type': 'application/json' }
      const draft = await api(`/episodes/${tree().episode.id}/drafts`, {
        method: 'POST',
        body: JSON.stringify({ text }),
        headers: json,
      })
      expect([collection, draft.status]).toEqual([collection, 201])
      expect((await patch(`/${collection}/${doc.id}`, { name: unique('Renamed') })).status).toBe(200)
      expect((await patch(`/${collection}/${doc.id}`, { aliases: ['Mended'] })).status).toBe(200)
    }
  })
})
