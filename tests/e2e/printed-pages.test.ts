import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { reportPage } from './support/browser'
import {
  type E2eStudio,
  expectNoSidewaysScroll,
  openE2eStudio,
  picture,
  toast,
  untilAlive,
} from './support/studio'

const SPEECH = 'The tide took the *Marguerite* at four, and **nobody** on the quay said a word about it. '
const FILLER = Array.from({ length: 18 }, (_, index) => `Gull ${index + 1} lands on the _harbour_ wall.`)

const LONG = `Title: _**THE SALT ROAD**_
Credit: Written by
Author: Mara Quill
Source: From the novel by T. Aldous
Draft date: 3 May 2026
Contact:
    12 Rope Lane
    Harbour Town
Copyright: (c) 2026 Quill Pictures

INT. HARBOUR OFFICE - DAY #12A#

${FILLER.join('\n\n')}

INES (O.S.)
(to nobody)
${SPEECH.repeat(9).trim()}

TOMAS
Left!

INES ^
(low)
Right, and then left again, until you see the mast.

> THE END <
`

const ARABIC = `.داخلي - المكتب - نهار #7#

تدخل رنا وتغلق الباب خلفها.

@رنا
تعال هنا الآن، قبل أن يعودوا.

@سامي ^
(بصوت منخفض)
لا أستطيع. انتظري.

INES
Not yet.
`

const CHINESE = `INT. 厨房 - 夜

林晓把水壶放在炉子上，看着窗外的雨。${'雨越下越大，街上一个人也没有。'.repeat(6)}

@林晓
你什么时候回来？${'我一直在等你，等了很久很久。'.repeat(3)}

@王强 ^
我不知道。
`

const CHORUS = `INT. BAR - DAY

NORA and BEN look up.

NORA
Wait.

NORA AND BEN
Now!

BEN
And then what?
`

describe('pages on screen and on paper', () => {
  let studio: E2eStudio
  /** A project with an episode that has no script yet. */
  const newEpisode = async (title: string) => {
    const { doc: project } = await studio.call<{ doc: { id: string } }>('/api/projects', {
      title,
      type: 'short',
      status: 'concept',
    })
    const { doc: episode } = await studio.call<{ doc: { id: string } }>('/api/episodes', {
      title: 'Pilot',
      project: project.id,
      episodeNumber: 1,
      status: 'draft',
    })
    return { project, episode }
  }
  const roomOf = (episodeId: string) => `${studio.url}/admin/collections/episodes/${episodeId}/script`
  const open = async (text: string) => {
    const imported = await studio.call<{ episodeId: string; projectId: string }>('/api/v1/imports', { text })
    await studio.page.goto(roomOf(imported.episodeId))
    await untilAlive(studio.page)
    await studio.page.evaluate(() => document.fonts.ready)
    return imported
  }
  const pageAt = (number: number) => studio.page.getByRole('region', { name: `Page ${number}`, exact: true })

  beforeAll(async () => {
    studio = await openE2eStudio()
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(() => studio?.stop())

  it('are the same, from the title page to the last', async () => {
    const { page } = studio
    const { episodeId } = await open(LONG)
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'PDF, US Letter' }).click(),
    ])
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(await download.path())))
    expect(await page.locator('.sr-page').count()).toBe(pdf.numPages)
    expect(pdf.numPages).toBe(3)
    await page.getByText('2 pages', { exact: true }).waitFor()

    const title = page.getByRole('region', { name: 'Title page' })
    for (const words of [
      'THE SALT ROAD',
      'Mara Quill',
      'From the novel by T. Aldous',
      '12 Rope Lane',
      '3 May 2026',
    ])
      await title.getByText(words).waitFor()
    await title.getByText(/2026 Quill Pictures/).waitFor()
    await title.scrollIntoViewIfNeeded()
    await picture(page, 'title-page')

    // What a printer measures: the row is a sixth of an inch of eleven, the cue stands 3.7 inches from the left.
    const sheet = await pageAt(1).boundingBox()
    const cue = await pageAt(1).locator('.sr-page__character').first().boundingBox()
    if (!sheet || !cue) throw new Error('There should be a page with a cue.')
    expect(sheet.height / sheet.width).toBeCloseTo(11 / 8.5, 2)
    expect(((cue.x - sheet.x) / sheet.width) * 8.5).toBeCloseTo(3.7, 1)
    expect(await pageAt(1).locator('.sr-page__scene-number').allTextContents()).toEqual(['12A', '12A'])
    expect(await pageAt(1).locator('strong', { hasText: 'nobody' }).count()).toBeGreaterThan(0)
    await pageAt(1).getByText('(MORE)', { exact: true }).scrollIntoViewIfNeeded()
    await picture(page, 'broken-speech')
    await pageAt(2).getByText("INES (CONT'D)", { exact: true }).waitFor()
    await pageAt(2).locator('.sr-page__dual').scrollIntoViewIfNeeded()
    await picture(page, 'dual-dialogue')
    expect(await studio.scriptOf(episodeId)).toContain('Title: _**THE SALT ROAD**_')
  })

  it('are corrected on the page on which a speech goes on, and the editor opens where one points', async () => {
    const { page } = studio
    await pageAt(2).locator('[data-continued].sr-page__dialogue').dblclick()
    const field = page.getByRole('textbox', { name: 'Speech' })
    expect(await field.inputValue()).toBe(SPEECH.repeat(9).trim())
    await picture(page, 'corrected-overleaf')
    await field.fill('The tide took her.')
    await field.press('Enter')
    await toast(page, /Saved as version/).waitFor()
    await page.getByText('The tide took her.').waitFor()
    expect(await page.getByText('(MORE)').count()).toBe(0)
    await page.getByRole('button', { name: 'Edit script' }).click()
    await page.locator('.sr-edit__pages').getByText('Gull 18 lands').click()
    await page.locator('.sr-edit__pages [data-here]', { hasText: 'Gull 18' }).waitFor()
    expect(await page.locator('.cm-activeLine').textContent()).toContain('Gull 18')
    await picture(page, 'beside-the-editor')
    await page.getByRole('button', { name: 'Done', exact: true }).click()
  })

  it('are set from the right where their language is read from there', async () => {
    const { page } = studio
    await open(ARABIC)
    const columns = page.locator('.sr-page__dual > div')
    const [first, second] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()]
    if (!first || !second) throw new Error('There should be two columns.')
    expect(first.x).toBeGreaterThanOrEqual(second.x + second.width)
    expect(await columns.nth(0).textContent()).toContain('رنا')
    const heading = await pageAt(1).locator('.sr-page__heading').boundingBox()
    const number = await pageAt(1).locator('.sr-page__scene-number').first().boundingBox()
    if (!heading || !number) throw new Error('There should be a heading with its number.')
    expect(number.x).toBeGreaterThan(heading.x + heading.width)
    await page.locator('.sr-page').first().scrollIntoViewIfNeeded()
    await picture(page, 'arabic-dual')
  })

  it('give square characters their cells', async () => {
    const { page } = studio
    await open(CHINESE)
    const rows = page.locator('.sr-page__action .sr-page__row')
    const sheet = await pageAt(1).boundingBox()
    const [row] = await rows.evaluateAll((all) =>
      all.map((each) => {
        const range = document.createRange()
        range.selectNodeContents(each)
        return { width: range.getBoundingClientRect().width, letters: [...(each.textContent ?? '')].length }
      }),
    )
    if (!sheet || !row) throw new Error('There should be a row.')
    // Six inches hold 36 of them.
    expect(row.letters).toBeGreaterThan(33)
    expect((row.width / sheet.width) * 8.5).toBeLessThanOrEqual(6.02)
    await page.locator('.sr-page').first().scrollIntoViewIfNeeded()
    await picture(page, 'chinese')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await page.locator('.sr-page').first().scrollIntoViewIfNeeded()
    await picture(page, 'chinese-narrow')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('say what was read where the first script is imported in the room itself', async () => {
    const { page } = studio
    const { episode } = await newEpisode('From the room')
    await page.goto(roomOf(episode.id))
    await untilAlive(page, '.sr-empty .sr-button--primary')
    await page.getByRole('button', { name: 'Import a script' }).last().click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    await dialog
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: 'chorus.fountain', mimeType: 'text/plain', buffer: Buffer.from(CHORUS) })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /^Imported: 1 scene, 2 people/ })
      .waitFor()
    await page.getByText('Imported 1 scene.').waitFor()
    await picture(page, 'imported-in-the-room')
  })

  it('are where an import on the storyboard leads, whose panels show all who say a line', async () => {
    const { page } = studio
    const { project, episode } = await newEpisode('Chorus')
    const storyboard = `${studio.url}/admin/collections/episodes/${episode.id}/storyboard`
    await page.goto(storyboard)
    await untilAlive(page, '.sr-storyboard .sr-button--primary')
    await page.getByRole('button', { name: 'Import a script' }).last().click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    await dialog
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: 'chorus.fountain', mimeType: 'text/plain', buffer: Buffer.from(CHORUS) })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page.waitForURL(/\/script\?imported=1$/)
    await page
      .getByRole('status')
      .filter({ hasText: /^Imported: 1 scene, 2 people/ })
      .waitFor()
    await picture(page, 'imported-from-storyboard')

    const board = await studio.call<{ scenes: Array<{ id: string; lines: Array<{ id: string }> }> }>(
      `/api/v1/episodes/${episode.id}/board`,
    )
    const [scene] = board.scenes
    await studio.call('/api/shots', {
      project: project.id,
      episode: episode.id,
      scene: scene?.id,
      shotNumber: '1',
      order: 1,
      size: 'MS',
      angle: 'eye',
      movement: 'static',
      duration: 4,
      description: 'Both look up.',
      dialogueLineIds: scene?.lines.map(({ id }) => id),
    })
    await page.goto(storyboard)
    const card = page.getByRole('article', { name: 'Scene 1, shot 1' })
    expect(await card.locator('.sr-line__speaker').allTextContents()).toEqual(['Nora', 'Nora & Ben', 'Ben'])
    await picture(page, 'two-speakers')
  })

  it('gave the browser nothing to complain of', () => {
    expect(studio.faults).toEqual([])
  })
})
