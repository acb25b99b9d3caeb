import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const arrival = `The ferry docks. Vera jumps ashore and ties the rope to a bollard.

VERA
Is anybody there?

A gull screams.

`
const cellar = `A lamp swings over the crates. Otto counts bottles.

OTTO
You are late.

VERA
The sea was high.

OTTO
It always is.

`
const market = `Stalls under striped cloth. Nina weighs plums.

NINA
Two for one, only today.

VERA
Then I take four.

`
const stairs = `Nina climbs with the basket on her hip.

NINA
He never carries anything.

`
const ending = `Grass in the wind.

OTTO
Nobody comes here.
`
const SCRIPT = `EXT. HARBOUR - DAY

${arrival}${cellar}EXT. MARKET - DAY

${market}EXT. STAIRS - DAY

${stairs}EXT. DUNES - NIGHT

${ending}`
/** A split with a changed line and a new paragraph in what moved, a join, another name, a changed line. */
const NEW_DRAFT = `EXT. HARBOUR - DAY

${arrival}INT. CELLAR - NIGHT

${cellar.replace('You are late.', 'You are early.').replace('OTTO\nIt always is.', 'A bottle falls.\n\nOTTO\nIt always is.')}EXT. MARKET - DAY

${(market + stairs).replaceAll('NINA', 'KATJA').replaceAll('Nina', 'Katja')}EXT. DUNES - NIGHT

${ending.replace('Nobody comes here.', 'Nobody ever comes here.')}`

const RUN_LIMIT_MS = 180_000

describe('a new draft in which text moved', () => {
  let studio: E2eStudio
  let episodeId: string

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
    await studio.page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/script`)
    await untilAlive(studio.page)
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(() => studio?.stop())

  it('shows it as moved, from where and to where, and only what is new in it as new', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'Import new draft' }).click()
    await page
      .getByRole('dialog', { name: 'Import a new draft' })
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: 'second.fountain', mimeType: 'text/plain', buffer: Buffer.from(NEW_DRAFT) })
    await page.getByRole('button', { name: 'Compare' }).click()
    const half = page.getByRole('article', { name: 'Split: scene 2, INT. CELLAR - NIGHT' })
    await half.getByText('Moved here from scene 1, EXT. HARBOUR - DAY').waitFor()
    await picture(page, 'moves')
    const marked = async (article: typeof half, tag: 'ins' | 'del') =>
      (await article.locator(`.sr-words ${tag}`).allInnerTexts()).map((text) => text.trim()).filter(Boolean)
    expect(await marked(half, 'ins')).toEqual(['INT. CELLAR - NIGHT', 'early', 'A bottle falls.'])
    const whole = page.getByRole('article', { name: /^Split: scene 1, EXT. HARBOUR/ })
    await whole.getByText('Moved to scene 2, INT. CELLAR - NIGHT').waitFor()
    expect(await marked(whole, 'del')).toEqual(['late'])
    const gone = page.getByRole('article', { name: /^Joined: scene .*EXT. STAIRS/ })
    await gone.getByText(/^Moved to scene 3, EXT. MARKET - DAY/).waitFor()
    for (const [at, article] of (await page.getByRole('article').all()).entries()) {
      await article.scrollIntoViewIfNeeded()
      await picture(page, `moves-${at + 1}`)
    }
  })

  it('counts what there is to accept as it is applied', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'All changes 3' }).waitFor()
    await page.getByRole('button', { name: 'Apply 3 changes' }).waitFor()
    await page.getByRole('checkbox', { name: /Accept: changed scene/ }).uncheck()
    await page.getByRole('button', { name: 'Apply 2 of 3 changes' }).waitFor()
    await page.getByRole('button', { name: 'All changes 3' }).waitFor()
    await picture(page, 'moves-partly')
    await page.getByRole('button', { name: 'Apply 2 of 3 changes' }).click()
    await page.getByRole('button', { name: 'Undo this draft' }).waitFor()
    await picture(page, 'moves-applied')
    expect(await studio.scriptOf(episodeId)).toContain('Nobody comes here.')
  })

  it('gave the browser nothing to complain of', () => {
    expect(studio.faults).toEqual([])
  })
})
