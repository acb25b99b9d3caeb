import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import type { EpisodeBoard, RunStatus } from '@/contracts'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const SCRIPT = `Title: Low Tide

INT. BOATHOUSE - DAY

Ines sands the hull of a small boat. Dust hangs in the light.

INES
It will never float.

EXT. SLIPWAY - DUSK

Ines and Paul push the boat into the water.

PAUL
It floats.
`
/** The run of two short scenes on two slow cores. */
const RUN_LIMIT_MS = 240_000

/** What an artist would upload: nothing that is generated looks like it. */
const ownDrawing = async () =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 640, height: 360, channels: 3, background: '#d13b6a' } })
        .png()
        .toBuffer(),
    ),
  ])

describe('an artist’s own picture', () => {
  let studio: E2eStudio
  let episodeId: string
  const board = () => studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)
  const run = async (path: string, body: object) => {
    let status = await studio.call<RunStatus>(path, body)
    const deadline = Date.now() + RUN_LIMIT_MS
    while (status.state === 'running' && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      status = await studio.call<RunStatus>(`/api/v1/runs/${status.runId}`)
    }
    expect(status.state).toBe('done')
  }
  const shotCard = () => studio.page.locator('.sr-card').first()

  beforeAll(async () => {
    studio = await openE2eStudio()
    const { call } = studio
    const form = new FormData()
    form.set('file', new Blob([SCRIPT]), 'low-tide.fountain')
    form.set('title', 'Low Tide')
    const imported = await call<{ episodeId: string }>('/api/v1/imports', form)
    episodeId = imported.episodeId
    await run(`/api/v1/episodes/${episodeId}/runs`, {})
    const before = await board()
    const shot = before.scenes[0]?.shots[0]
    const upload = new FormData()
    upload.set('_payload', JSON.stringify({ project: before.project.id, alt: 'Ines, by hand' }))
    upload.set('file', await ownDrawing(), 'own.png')
    const media = await call<{ doc: { id: string } }>('/api/media', upload)
    await call('/api/panels', { shot: shot?.id, image: media.doc.id, origin: 'drawn', status: 'review' })
  }, RUN_LIMIT_MS + 120_000)

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(async () => {
    await studio?.stop()
  })

  it('is in use, and the documents say that they show another', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/episodes/${episodeId}/storyboard`)
    await untilAlive(page, '.sr-pipeline button')
    await shotCard().getByText('v2', { exact: true }).waitFor()
    const assemble = page.locator('.sr-step').filter({ hasText: 'Assemble' })
    await assemble.getByText('Out of date').waitFor()
    await page.getByText(/documents are out of date: one panel of scene 1 has another picture/).waitFor()
    expect(await page.getByRole('link', { name: /Storyboard PDF/ }).textContent()).toContain('Out of date')
    expect(await page.getByRole('link', { name: /Shot list CSV/ }).textContent()).not.toContain('Out of date')
    await picture(page, 'own-out-of-date')
  })

  it(
    'stays in use when another is generated, which lies beside it',
    async () => {
      const { page } = studio
      await page.getByRole('button', { name: 'Open Scene 1, shot 1', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: /^Scene 1, shot 1:/ })
      await dialog.getByText('Drawn by a person').waitFor()
      await dialog.getByRole('button', { name: 'Regenerate' }).click()
      await dialog
        .getByText(/Version 3 came since and lies beside version 2/)
        .waitFor({ timeout: RUN_LIMIT_MS })
      await dialog.getByText('Drawn by a person').waitFor()
      expect(await dialog.getByText(/Confidence/).count()).toBe(0)
      await picture(page, 'own-dialog')
      await page.keyboard.press('Escape')
      await shotCard().getByText('v3 beside').waitFor()
      await picture(page, 'own-board')
      const [shot] = (await board()).scenes[0]?.shots ?? []
      expect([shot?.panel?.version, shot?.panels.length]).toEqual([2, 3])
    },
    RUN_LIMIT_MS,
  )

  it('is compared with any version, and gives way to the one that is chosen', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'Open Scene 1, shot 1', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /^Scene 1, shot 1:/ })
    await dialog.getByRole('button', { name: 'Compare' }).click()
    const [left, right] = [
      dialog.getByLabel('Version on the left'),
      dialog.getByLabel('Version on the right'),
    ]
    const shown = async () =>
      Promise.all(
        [left, right].map((side) =>
          side.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
        ),
      )
    expect(await shown()).toEqual(['Version 2 (in use)', 'Version 3'])
    await right.selectOption({ label: 'Version 1' })
    expect(await shown()).toEqual(['Version 2 (in use)', 'Version 1'])
    await left.selectOption({ label: 'Version 3' })
    expect(await shown()).toEqual(['Version 3', 'Version 1'])
    await picture(page, 'own-compare')
    await dialog.getByRole('button', { name: 'Use this version' }).click()
    await dialog.getByText('It is the version in use.').waitFor()
    await dialog.getByRole('button', { name: 'Show one' }).click()
    await picture(page, 'own-chosen')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await shotCard().getByText('v3', { exact: true }).waitFor()
  })

  it(
    'is in the documents again once they are put together again, alone',
    async () => {
      const { page } = studio
      await page.getByRole('button', { name: 'Update: Assemble' }).click()
      const assemble = page.locator('.sr-step').filter({ hasText: 'Assemble' })
      await assemble.getByText('Done').waitFor({ timeout: RUN_LIMIT_MS })
      const outputs = await studio.call<Record<string, { isOutOfDate: boolean }>>(
        `/api/v1/episodes/${episodeId}/outputs`,
      )
      expect(
        Object.values(outputs)
          .filter(Boolean)
          .map(({ isOutOfDate }) => isOutOfDate),
      ).not.toContain(true)
      await picture(page, 'own-assembled')
      expect(studio.faults).toEqual([])
    },
    RUN_LIMIT_MS,
  )
})
