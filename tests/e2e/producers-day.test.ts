import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import type { BoardShot, EpisodeBoard } from '@/contracts'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const FIRST = `Title: Low Water

INT. BOATHOUSE - DAY

Ines sands the hull of a small boat. Dust hangs in the light.

INES
It will never float.

EXT. SLIPWAY - DUSK

Ines and Paul push the boat into the water.

PAUL
It floats.

INT. KITCHEN - NIGHT

Paul lights the stove.

PAUL
Soup?
`
/** Paul has another name, one line and one action are new, one action is another, and the kitchen is gone. */
const SECOND = `Title: Low Water

INT. BOATHOUSE - DAY

Ines paints the hull red. Dust hangs in the light.

INES
It will never float.

A gull lands on the bow.

EXT. SLIPWAY - DUSK

Ines and Paolo push the boat into the water.

INES
Hold the rope.

PAOLO
It floats.
`
const RUN_LIMIT_MS = 240_000

/** Rows of a shot list, by an independent reader of RFC 4180. */
function rowsOf(csv: string): Array<Record<string, string>> {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  const [columns = [], ...rest] = rows.filter((row) => row.length > 0)
  return rest.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])))
}

/** What is said in a script: cues with the words below them. */
const spokenIn = (script: string): string[] =>
  [...script.matchAll(/^([A-Z]+)\n(.+)$/gm)].map(([, who, words]) => `${who}: ${words}`)

describe('a producer’s day from a script to a second draft', () => {
  let studio: E2eStudio
  let episodeId: string
  let projectId: string
  const board = () => studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)
  const shots = async (scene: number): Promise<BoardShot[]> => (await board()).scenes[scene]?.shots ?? []
  const boardUrl = () => `${studio.url}/admin/collections/episodes/${episodeId}/storyboard`
  const openBoard = async () => {
    await studio.page.goto(boardUrl())
    await untilAlive(studio.page, '.sr-pipeline button')
  }
  const untilDone = async () => {
    await studio.page.locator('[data-run-state="running"]').waitFor()
    await studio.page.locator('[data-run-state="done"]').waitFor({ timeout: RUN_LIMIT_MS })
  }
  const step = (name: string) => studio.page.locator('.sr-step').filter({ hasText: name })
  /** The shot list as somebody downloads it from the board. */
  const shotList = async () => {
    const href = await studio.page.getByRole('link', { name: /Shot list CSV/ }).getAttribute('href')
    const file = await studio.page.request.get(new URL(href ?? '', studio.url).href)
    expect(file.status()).toBe(200)
    return rowsOf(await file.text())
  }
  const said = (rows: Array<Record<string, string>>) =>
    rows.flatMap(({ Dialogue }) => (Dialogue ? Dialogue.split('\n') : []))

  beforeAll(async () => {
    studio = await openE2eStudio()
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(async () => {
    await studio?.stop()
  })

  it('opens a project and imports a script on its page', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/projects/create`)
    await page.locator('#field-title').fill('Low Water')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(/\/collections\/projects\/(?!create)[^/?]+/)
    projectId = /projects\/([^/?]+)/.exec(page.url())?.[1] ?? ''
    await page.getByRole('button', { name: 'Import script' }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByLabel('Script')
      .setInputFiles({ name: 'first.fountain', mimeType: 'text/plain', buffer: Buffer.from(FIRST) })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page.waitForURL(/\/collections\/episodes\/[^/]+\/script/)
    episodeId = /episodes\/([^/]+)/.exec(page.url())?.[1] ?? ''
    await page
      .getByRole('status')
      .filter({ hasText: /Imported: 3 scenes/ })
      .waitFor()
    expect((await board()).project.id).toBe(projectId)
  })

  it(
    'runs it, and every line of the script is in the shot list',
    async () => {
      const { page } = studio
      await openBoard()
      await page.getByRole('button', { name: 'Run all' }).click()
      await untilDone()
      await step('Suggest shots').getByText('3 of 3 scenes').waitFor()
      const rows = await shotList()
      expect(said(rows)).toEqual(spokenIn(FIRST))
      expect(rows.map(({ Remark }) => Remark).join('')).toBe('')
      await picture(page, 'day-run')
    },
    RUN_LIMIT_MS + 60_000,
  )

  it('puts a drawing over a panel and approves another', async () => {
    const { page } = studio
    const [drawn] = await shots(0)
    const [approved] = await shots(1)
    await page.locator(`[data-shot-id="${drawn?.id}"] .sr-card__frame`).click()
    const dialog = page.getByRole('dialog')
    const file = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#d13b6a' } })
      .png()
      .toBuffer()
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Upload drawing' }).click()
    await (await chooser).setFiles({ name: 'own.png', mimeType: 'image/png', buffer: file })
    await dialog.getByText('Drawn by a person').waitFor()
    await picture(page, 'day-drawn')
    await page.keyboard.press('Escape')
    await page.locator(`[data-shot-id="${approved?.id}"] .sr-card__frame`).click()
    await dialog.getByRole('button', { name: 'Approve' }).click()
    await dialog.getByRole('button', { name: 'Withdraw approval' }).waitFor()
    await page.keyboard.press('Escape')
    await step('Assemble').getByText('Out of date').waitFor()
  })

  it('imports a new draft: who was Paul is asked, and what it means for shots is said', async () => {
    const { page } = studio
    await page.goto(boardUrl().replace(/storyboard$/, 'script'))
    await untilAlive(page)
    await page.getByRole('button', { name: 'Import new draft' }).click()
    await page
      .getByRole('dialog', { name: 'Import a new draft' })
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: 'second.fountain', mimeType: 'text/plain', buffer: Buffer.from(SECOND) })
    await page.getByRole('button', { name: 'Compare' }).click()
    const question = page.getByRole('checkbox', { name: /PAOLO.*Paul|Paolo.*PAUL/i })
    await question.waitFor()
    await question.check()
    await page.getByText(/One line .*will be in no shot yet/).waitFor()
    await page.getByText('One shot will be taken out by the next update').waitFor()
    await picture(page, 'day-draft')
    await page.getByRole('button', { name: /^Apply/ }).click()
    await page.getByRole('button', { name: 'Undo this draft' }).waitFor()
    const names = await studio.call<{ docs: Array<{ name: string }> }>(
      `/api/characters?where[project][equals]=${projectId}&limit=50`,
    )
    expect(names.docs.map(({ name }) => name).sort()).toEqual(['Ines', 'Paolo'])
  })

  it('sees on the board which words are in no shot, before anything is made', async () => {
    const { page } = studio
    await openBoard()
    await step('Suggest shots').getByText('Out of date').waitFor()
    await step('Suggest shots').getByText('1 line in no shot').waitFor()
    const slipway = page
      .getByRole('region', { name: /shots and script/ })
      .filter({ hasText: 'Hold the rope.' })
    await slipway.getByText(/One line .*in no shot/).waitFor()
    await page.getByText('A gull lands on the bow.').first().waitFor()
    await picture(page, 'day-out-of-date')
  })

  it(
    'updates all: what is new has shots, and what people made is as it was',
    async () => {
      const { page } = studio
      const [drawn] = await shots(0)
      const approved = (await shots(1)).find(({ panel }) => panel?.status === 'approved')
      await page.getByRole('button', { name: 'Update all' }).click()
      await untilDone()
      await step('Suggest shots').getByText('Done').waitFor()
      const rows = await shotList()
      expect(said(rows).sort()).toEqual(spokenIn(SECOND).sort())
      const shown = rows.map(({ Description }) => Description).join(' ')
      expect(shown).toContain('gull')
      expect(rows.filter(({ Remark }) => Remark === 'In no shot')).toEqual([])
      const after = [...(await shots(0)), ...(await shots(1))]
      const ofDrawn = after.find(({ id }) => id === drawn?.id)
      expect(ofDrawn?.panel).toMatchObject({ id: drawn?.panel?.id, origin: 'drawn' })
      expect(after.find(({ id }) => id === approved?.id)?.panel?.id).toBe(approved?.panel?.id)
      await picture(page, 'day-updated')
    },
    RUN_LIMIT_MS + 60_000,
  )

  it('brings back the scene that the draft took out, under a number that people use', async () => {
    const { page, url } = studio
    const { docs } = await studio.call<{ docs: Array<{ id: string }> }>(
      `/api/scenes?trash=true&where[and][0][episode][equals]=${episodeId}&where[and][1][deletedAt][exists]=true`,
    )
    expect(docs).toHaveLength(1)
    await page.goto(`${url}/admin/collections/scenes/trash/${docs[0]?.id}`)
    await page.getByRole('button', { name: 'Restore', exact: true }).first().click()
    const confirm = page.getByRole('dialog').getByRole('button', { name: /Restore|Confirm/ })
    await confirm.click()
    await page.waitForURL(/\/collections\/scenes\/(?!trash)/)
    await openBoard()
    await page.getByRole('heading', { name: /KITCHEN/ }).waitFor()
    expect((await board()).scenes.map(({ sceneNumber }) => sceneNumber)).toEqual(['1', '2', '3'])
  })

  it('cancels a run, and nothing stays running', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'Redo scene 1', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Redo', exact: true }).click()
    await page.locator('[data-run-state="running"]').waitFor()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.locator('[data-run-state="cancelled"]').waitFor()
    const { counts } = await studio.call<{ counts: Record<string, number> }>('/api/v1/queue')
    expect([counts.running ?? 0, counts.dead ?? 0]).toEqual([0, 0])
  })

  it(
    'exports documents that are of today',
    async () => {
      const { page } = studio
      await openBoard()
      await page.getByRole('button', { name: /^(?:Update|Run) all$/ }).click()
      await untilDone()
      const { scenes, outputs } = await board()
      for (const output of [outputs.pdf, outputs.csv, outputs.animatic])
        expect(output).toMatchObject({ isOutOfDate: false, reasons: [] })
      const rows = await shotList()
      const lines = scenes.flatMap((scene) =>
        scene.lines.map(({ speakers, text }) => `${speakers[0]?.toUpperCase()}: ${text}`),
      )
      expect(said(rows).sort()).toEqual(lines.sort())
      await picture(page, 'day-exported')
    },
    RUN_LIMIT_MS + 60_000,
  )

  it('gave the browser nothing to complain of', () => {
    expect(studio.faults).toEqual([])
  })
})
