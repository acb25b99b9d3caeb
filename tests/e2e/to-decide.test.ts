import { afterAll, beforeAll, beforeEach, expect, it, onTestFailed } from 'vitest'
import type { EpisodeBoard, RunStatus } from '@/contracts'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const BAR = `INT. BAR - NIGHT

MARA (40) counts her coins. Rain against the window.

MARA
One more.

`
const PIERS = Array.from(
  { length: 6 },
  (_, at) => `EXT. PIER ${at + 1} - DAWN

Gulls fight over a glove.

OTTO
You came back ${at + 1} times.

`,
).join('')
const RUN_LIMIT_MS = 180_000

let studio: E2eStudio
let episodeId: string
const board = () => studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)

beforeAll(async () => {
  studio = await openE2eStudio()
  const text = PIERS + BAR
  ;({ episodeId } = await studio.call<{ episodeId: string }>('/api/v1/imports', { text }))
  let run = await studio.call<RunStatus>(`/api/v1/episodes/${episodeId}/runs`, {
    steps: ['suggest-shots', 'draw-panel'],
  })
  while (run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 500))
    run = await studio.call<RunStatus>(`/api/v1/runs/${run.runId}`)
  }
  for (const { panel } of (await board()).scenes.at(-1)?.shots ?? [])
    await studio.call(`/api/v1/panels/${panel?.id}`, { status: 'locked' }, 'PATCH')
  const { id } = await studio.call<{ id: string }>(`/api/v1/episodes/${episodeId}/drafts`, {
    text: text.replace('counts her coins', 'counts her matches').replace('One more.', 'No more.'),
  })
  await studio.call(`/api/v1/drafts/${id}/apply`, {})
}, RUN_LIMIT_MS)
beforeEach(() => {
  onTestFailed(() => reportPage(studio.page, studio.calls))
})
afterAll(() => studio?.stop())

it('leads from shot to shot that wait for a decision, and a shot is said to be right', async () => {
  const { page } = studio
  await page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/storyboard`)
  await untilAlive(page, '.sr-pipeline button')
  await page.getByRole('button', { name: 'Go to the first' }).click()
  const bar = page.getByRole('region', { name: 'Shots to decide on' })
  const [, count] = /^1 of (\d+) to decide on$/.exec((await bar.locator('span').textContent()) ?? '') ?? []
  expect(Number(count)).toBeGreaterThan(1)
  // Which of a row's shots it is can be seen, also by who came there with a pointer.
  const first = page.locator('.sr-card__frame:focus')
  expect(await first.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid')
  await picture(page, 'decide-first')
  // The way on is in sight where the head of the board is not.
  expect(
    await page.locator('.sr-pipeline__top').evaluate((each) => each.getBoundingClientRect().bottom < 0),
  ).toBe(true)
  await bar.getByRole('button', { name: 'Next' }).click()
  await bar.getByText(`2 of ${count} to decide on`).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'It is right as it is' }).scrollIntoViewIfNeeded()
  await picture(page, 'decide-dialog')
  await dialog.getByRole('button', { name: 'It is right as it is' }).click()
  await dialog.getByRole('button', { name: 'It is right as it is' }).waitFor({ state: 'detached' })
  await picture(page, 'decide-confirmed')
  await page.keyboard.press('Escape')
  await bar.getByText(`${Number(count) - 1} left to decide on`).waitFor()
  await picture(page, 'decide-left')
  await bar.getByRole('button', { name: 'Close' }).click()
  await bar.waitFor({ state: 'detached' })
})

it('gave the browser nothing to complain of', () => {
  expect(studio.faults).toEqual([])
})
