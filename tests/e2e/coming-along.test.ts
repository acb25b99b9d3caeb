import { afterAll, beforeAll, beforeEach, expect, it, onTestFailed } from 'vitest'
import type { BoardScene, EpisodeBoard, RunStatus } from '@/contracts'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const FERRY = `EXT. HARBOUR - DAY

The ferry docks. VERA jumps ashore.

VERA
Is anybody there?

`
const LAMP = `A lamp swings over the crates. OTTO sits on one of them.

OTTO
You are late.

VERA
The sea was high.

`
const DUNES = `EXT. DUNES - NIGHT

Grass in the wind.

OTTO
Nobody comes here.
`
const RUN_LIMIT_MS = 180_000

let studio: E2eStudio
let episodeId: string
const board = () => studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)
const approved = async () => (await board()).totals.panelsApproved
const facts = () => studio.page.locator('.sr-board-header__facts')
const strip = ({ sceneNumber }: BoardScene) =>
  studio.page.locator(`section[aria-labelledby="scene-${sceneNumber}"]`)
const open = async () => {
  await studio.page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/storyboard`)
  await untilAlive(studio.page, '.sr-pipeline button')
}
const untilDone = async (run: RunStatus | null) => {
  const deadline = Date.now() + RUN_LIMIT_MS
  for (let now = run; now?.state !== 'done'; ) {
    if (now && (now.state !== 'running' || Date.now() > deadline)) throw new Error(`The run is ${now.state}.`)
    await new Promise((resolve) => setTimeout(resolve, 500))
    now = await studio.call<RunStatus | null>(`/api/v1/episodes/${episodeId}/runs/latest`)
  }
}
const propose = async (text: string) => {
  const { id } = await studio.call<{ id: string }>(`/api/v1/episodes/${episodeId}/drafts`, { text })
  await studio.call(`/api/v1/drafts/${id}/apply`, {})
}

beforeAll(async () => {
  studio = await openE2eStudio()
  ;({ episodeId } = await studio.call<{ episodeId: string }>('/api/v1/imports', {
    text: FERRY + LAMP + DUNES,
  }))
  await untilDone(
    await studio.call<RunStatus>(`/api/v1/episodes/${episodeId}/runs`, {
      steps: ['suggest-shots', 'draw-panel'],
    }),
  )
  for (const { panel } of (await board()).scenes[0]?.shots ?? [])
    await studio.call(`/api/v1/panels/${panel?.id}`, { status: 'approved' }, 'PATCH')
}, RUN_LIMIT_MS)
beforeEach(() => {
  onTestFailed(() => reportPage(studio.page, studio.calls))
})
afterAll(() => studio?.stop())

it('moves a shot by the keys over the end of a row, and back', async () => {
  const { page } = studio
  // Two in a row.
  await page.setViewportSize({ width: 640, height: 900 })
  await open()
  const cards = page.locator('.sr-scene').first().locator('.sr-card')
  // Of a long scene the page brings the first shots; the rest follows, and with it what they are moved by.
  await cards.nth(1).locator('.sr-card__handle').waitFor()
  const tops = await cards.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
  expect(tops.length).toBeGreaterThan(2)
  expect(tops[1]).toBe(tops[0])
  expect(tops[2]).toBeGreaterThan(tops[0] as number)
  await cards.nth(1).locator('.sr-card__handle').focus()
  const said = page.locator('[id^="DndLiveRegion"]').filter({ hasText: /Shot 2/ })
  await page.keyboard.press('Space')
  await said.getByText('Shot 2 is picked up').waitFor()
  await page.keyboard.press('ArrowRight')
  await said.getByText(/Shot 2 would be (before shot 4|last, after shot 3)\./).waitFor()
  await page.waitForTimeout(400)
  await picture(page, 'key-next-row')
  await page.keyboard.press('ArrowLeft')
  await said.getByText('Shot 2 is where it was.').waitFor()
  await page.keyboard.press('ArrowLeft')
  await said.getByText('Shot 2 would be before shot 1.').waitFor()
  // Before the first there is nothing.
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await said.getByText('Shot 2 is where it was.').waitFor()
  // To the last of them, wherever that is on the page.
  for (let at = 2; at < tops.length; at++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(300)
  }
  await said.getByText(`Shot 2 would be last, after shot ${tops.length}.`).waitFor()
  const isSeen = await cards.nth(1).evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })
  await picture(page, 'key-last')
  expect(isSeen).toBe(true)
  await page.keyboard.press('Escape')
  await said.getByText('Shot 2 is back where it was.').waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
})

it(
  'tells between a draft that splits a scene and the update which shots come along',
  async () => {
    const { page } = studio
    const before = await approved()
    await propose(`${FERRY}INT. CUSTOMS SHED - NIGHT\n\n${LAMP}${DUNES}`)
    await open()
    const { scenes } = await board()
    const from = scenes.find(({ coverage }) => coverage.shotsLeaving.length > 0) as BoardScene
    const to = scenes.find(({ coverage }) => coverage.shotsComing.length > 0) as BoardScene
    const count = from.coverage.shotsLeaving.length
    const come = count === 1 ? '1 shot comes' : `${count} shots come`
    await strip(from).getByText(`${come} along to scene ${to.sceneNumber} with Update all`).waitFor()
    await strip(to).getByText(`${come} along from scene ${from.sceneNumber} with Update all`).waitFor()
    await page.locator('[data-run-state]').getByText(`${come} along into another scene`).waitFor()
    expect(await strip(from).getByText(`Goes to scene ${to.sceneNumber}`).count()).toBe(count)
    expect(await page.getByText('Not in the script', { exact: true }).count()).toBe(0)
    expect(await page.getByText(/in no shot/).count()).toBe(0)
    expect(await facts().textContent()).toContain(`${before} approved`)
    await picture(page, 'split-between')
    const going = strip(from)
      .locator('.sr-card', { hasText: `Goes to scene ${to.sceneNumber}` })
      .first()
    await going.locator('.sr-card__frame').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`Its words are in scene ${to.sceneNumber} now.`).waitFor()
    expect(await dialog.getByRole('button', { name: 'It is right as it is' }).count()).toBe(0)
    await picture(page, 'split-between-shot')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Update all' }).click()
    await page.locator('[data-run-state="running"]').waitFor()
    await untilDone(null)
    await strip(from)
      .getByText(/Goes to scene/)
      .first()
      .waitFor({ state: 'detached' })
    expect(await page.getByText(/shots? comes? along/).count()).toBe(0)
    expect(await approved()).toBe(before)
    await picture(page, 'split-after')
  },
  RUN_LIMIT_MS,
)

it('counts approvals of a scene that went into another one, and says that its shots come along', async () => {
  const { page } = studio
  const before = await approved()
  await propose(FERRY + LAMP + DUNES)
  await open()
  const to = (await board()).scenes.find(({ coverage }) => coverage.shotsComing.length > 0) as BoardScene
  await strip(to)
    .getByText(/come along from a scene that is not in the script any more/)
    .waitFor()
  expect(await facts().textContent()).toContain(`${before} approved`)
  await picture(page, 'join-between')
})

it('gave the browser nothing to complain of', () => {
  expect(studio.faults).toEqual([])
})
