import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const SCRIPT = `INT. BAR - NIGHT

MARA (40) counts her coins. Rain against the window.

MARA
One more.

EXT. PIER - DAWN

Gulls fight over a glove.

OTTO
You came back.
`
const NEW_DRAFT = SCRIPT.replace('counts her coins', 'counts her coins and loses one')
  .replace('One more.', 'No more.')
  .replace('Gulls fight over a glove.', 'Gulls fight over a scarf.')

const RUN_LIMIT_MS = 180_000

interface Board {
  scenes: Array<{
    id: string
    lines: Array<{ text: string; audioIsStale?: boolean }>
    shots: Array<{ panels: Array<{ id: string; status: string; isStale: boolean }> }>
  }>
}

describe('a new draft of what was produced', () => {
  let studio: E2eStudio
  let episodeId: string
  const board = () => studio.call<Board>(`/api/v1/episodes/${episodeId}/board`)
  const panelsOf = async (scene: number) => {
    const { scenes } = await board()
    return scenes[scene]?.shots.flatMap(({ panels }) => panels.slice(0, 1)) ?? []
  }
  const staleIn = async (scene: number) => (await panelsOf(scene)).map(({ isStale }) => isStale)

  beforeAll(async () => {
    studio = await openE2eStudio()
    ;({ episodeId } = await studio.call<{ episodeId: string }>('/api/v1/imports', { text: SCRIPT }))
    const { runId } = await studio.call<{ runId: string }>(`/api/v1/episodes/${episodeId}/runs`, {})
    const deadline = Date.now() + RUN_LIMIT_MS
    for (;;) {
      const { state } = await studio.call<{ state: string }>(`/api/v1/runs/${runId}`)
      if (state === 'done') break
      if (state !== 'running' || Date.now() > deadline) throw new Error(`The run is ${state}.`)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    // Where she says what the new draft lets her say otherwise.
    for (const { id } of (await panelsOf(0)).slice(-1))
      await studio.call(`/api/v1/panels/${id}`, { status: 'approved' }, 'PATCH')
    await studio.page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/script`)
    await untilAlive(studio.page)
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(() => studio?.stop())

  it('says what becomes of approvals, panels and recordings before anything is done', async () => {
    const { page } = studio
    expect(await staleIn(0)).not.toContain(true)
    await page.getByRole('button', { name: 'Import new draft' }).click()
    await page
      .getByRole('dialog', { name: 'Import a new draft' })
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: 'second.fountain', mimeType: 'text/plain', buffer: Buffer.from(NEW_DRAFT) })
    await page.getByRole('button', { name: 'Compare' }).click()
    const bar = page.getByRole('article', { name: /Changed: scene .*BAR/ })
    await bar.getByText('One approved panel will not be up to date any more').waitFor()
    await bar.getByText(/changed: .* panels? will be out of date\./).waitFor()
    await bar.getByText('One generated voice will say something else than the script').waitFor()
    const pier = page.getByRole('article', { name: /Changed: scene .*PIER/ })
    await pier.getByText(/will be out of date\./).waitFor()
    expect(await pier.getByText(/approved|recording|generated voice/).count()).toBe(0)
    await page.getByText(/approval to look at again.*generated voice out of date/).waitFor()
    await picture(page, 'effects')
    expect(await staleIn(0)).not.toContain(true)
  })

  it('makes stale what depends on the half that was accepted, and nothing else', async () => {
    const { page } = studio
    await page.getByRole('checkbox', { name: /Accept: changed scene 2/ }).uncheck()
    await page.getByRole('button', { name: /^Apply 1 of 2/ }).click()
    await page.getByRole('button', { name: 'Undo this draft' }).waitFor()
    await picture(page, 'effects-applied')
    const text = await studio.scriptOf(episodeId)
    expect(text).toContain('No more.')
    expect(text).toContain('over a glove')
    // The view of the place shows nothing of what changed.
    expect(await staleIn(0)).toEqual((await panelsOf(0)).map((_, index) => index > 0))
    expect(await staleIn(1)).not.toContain(true)
    const { scenes } = await board()
    expect(scenes.map(({ lines }) => lines.map(({ audioIsStale }) => audioIsStale))).toEqual([
      [true],
      [false],
    ])
    // Stale, and still approved: a person decides.
    expect((await panelsOf(0)).map(({ status }) => status)).toContain('approved')
  })

  it('is taken back with all of it', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'Undo this draft' }).click()
    await page.getByText(/^Undone by .*: the script is as it was before\./).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click()
    expect((await studio.scriptOf(episodeId)).trim()).toBe(SCRIPT.trim())
    expect([...(await staleIn(0)), ...(await staleIn(1))]).not.toContain(true)
    expect((await panelsOf(0)).map(({ status }) => status)).toContain('approved')
  })

  it('gave the browser nothing to complain of', () => {
    expect(studio.faults).toEqual([])
  })
})
