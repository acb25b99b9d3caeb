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

const SCRIPT = `INT. HARBOUR OFFICE - DAY

INES (40) counts the tide tables.

CLOSE ON:
The clock.

INES
Not yet.

TOMAS ^
(at the door)
Then when?

CRASH!
Something falls in the store room.

EXT. QUAY - NIGHT

@רות
אני לא יודעת.

@דני ^
בוא הנה, עכשיו.

CLOSE ON:
A hand.
`

describe('lines of a script', () => {
  let studio: E2eStudio
  let episodeId: string
  let scriptUrl: string
  const stored = () => studio.scriptOf(episodeId)

  beforeAll(async () => {
    studio = await openE2eStudio()
    const imported = await studio.call<{ episodeId: string; projectId: string }>('/api/v1/imports', {
      text: SCRIPT,
    })
    ;({ episodeId } = imported)
    for (const name of ['Lamp Store', 'Breakwater'])
      await studio.call('/api/locations', { name, project: imported.projectId })
    scriptUrl = `${studio.url}/admin/collections/episodes/${episodeId}/script`
    await studio.page.goto(scriptUrl)
    await untilAlive(studio.page)
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(() => studio?.stop())

  it('says after an import what was read, and lists every remark with the way to its line', async () => {
    const { page } = studio
    await page.goto(`${scriptUrl}?imported=1`)
    await untilAlive(page)
    await page
      .getByRole('status')
      .filter({ hasText: /^Imported: \d+ scenes?, / })
      .waitFor()
    await page.getByText('Double-click a line to correct it where it stands.').waitFor()
    const remarks = page.locator('details', { has: page.getByText(/^Remarks \(\d+\)$/) })
    const count = Number(/\d+/.exec((await remarks.locator('summary').textContent()) ?? '')?.[0])
    expect(count).toBeGreaterThan(1)
    expect(await remarks.locator('li').count()).toBe(count)
    await picture(page, 'imported')
    await remarks
      .getByRole('button', { name: /^Show line/ })
      .last()
      .click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toMatch(/\d/)
    await page.goto(scriptUrl)
    await untilAlive(page)
  })

  it('offers what was not taken for people, and makes one of them by keys alone; undone in one step', async () => {
    const { page } = studio
    const summary = page.getByText('Not taken as people')
    expect(await summary.textContent()).toContain('CLOSE ON, CRASH!')
    await summary.focus()
    await page.keyboard.press('Enter')
    await picture(page, 'doubts')
    // Its line, then the button.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await toast(page, 'Saved as version 2').waitFor()
    expect(await stored()).toBe(SCRIPT.replaceAll('CLOSE ON:', '@CLOSE ON:'))
    await page.getByText('Not taken as a person').waitFor()
    const { scenes } = await studio.call<{ scenes: unknown }>(`/api/v1/episodes/${episodeId}/board`)
    expect(JSON.stringify(scenes)).toContain('The clock.')
    const { docs } = await studio.call<{ docs: Array<{ name: string }> }>('/api/characters?limit=50')
    expect(docs.map(({ name }) => name.toUpperCase())).toContain('CLOSE ON')
    await toast(page, 'Saved as version 2').getByRole('button', { name: 'Undo' }).click()
    await toast(page, 'Undone').waitFor()
    expect(await stored()).toBe(SCRIPT)
  })

  it('goes to the line, and takes a cue for nobody', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'line 15' }).click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('CRASH!')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'This is a person' }).last().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.sr-page__character', { hasText: 'TOMAS' }).dblclick()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('This is not a person')
    await page.keyboard.press('Enter')
    await toast(page, /Saved as version/).waitFor()
    expect(await stored()).toBe(SCRIPT.replace('TOMAS ^', '!TOMAS'))
    await toast(page, /Saved as version/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(stored).toBe(SCRIPT)
    await page.locator('.sr-page__character', { hasText: 'TOMAS' }).waitFor()
  })

  it('says what a heading loses before it is saved', async () => {
    const { page } = studio
    await page.locator('.sr-page__heading', { hasText: 'QUAY' }).dblclick()
    const field = page.getByRole('textbox', { name: 'Scene heading' })
    await field.fill('QUAY - NIGTH')
    await field.press('Enter')
    const said = page.getByRole('alert').filter({ hasText: 'EXT is gone' })
    await said.getByText('it was NIGHT').waitFor()
    await picture(page, 'heading-loses')
    expect(await stored()).toBe(SCRIPT)
    // Corrected: nothing to say any more.
    await field.fill('EXT. QUAY - DUSK')
    await said.waitFor({ state: 'detached' })
    await field.fill('QUAY - DUSK')
    await field.press('Enter')
    await said.getByRole('button', { name: 'Keep as it is typed' }).click()
    await field.waitFor({ state: 'detached' })
    expect(await stored()).toBe(SCRIPT.replace('EXT. QUAY - NIGHT', '.QUAY - DUSK'))
  })

  it('asks whether words that read as a cue with its speech are one', async () => {
    const { page } = studio
    const before = await stored()
    await page.getByText('counts the tide tables.').dblclick()
    const field = page.getByRole('textbox', { name: 'Action' })
    await field.fill('DEV (V.O.)\nHello there.')
    await field.press('Enter')
    const said = page.getByRole('alert').filter({ hasText: 'This reads as a cue with what is said.' })
    await said.getByRole('button', { name: 'Keep what it is' }).waitFor()
    await picture(page, 'reads-as-cue')
    expect(await stored()).toBe(before)
    await field.press('Enter')
    await field.waitFor({ state: 'detached' })
    await page.locator('.sr-page__character', { hasText: 'DEV (V.O.)' }).waitFor()
    await toast(page, /Saved as version/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(stored).toBe(before)
    await page.getByText('counts the tide tables.').waitFor()
  })

  it('goes on with the words where what they mean is not wanted after all', async () => {
    const { page } = studio
    const before = await stored()
    await page.locator('.sr-page__character', { hasText: 'INES' }).dblclick()
    const field = page.getByRole('textbox', { name: 'Who speaks' })
    await field.fill('MARIA')
    await field.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'What this edit means' })
    await dialog.getByText(/Is MARIA the old INES/i).waitFor()
    await picture(page, 'renamed-in-place')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    // The field has the keys again.
    await page.keyboard.type(' ELENA')
    expect(await field.inputValue()).toBe('MARIA ELENA')
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    expect(await stored()).toBe(before)
  })

  it('lets speech become what it was typed as', async () => {
    const { page } = studio
    await page.getByText('Not yet.', { exact: true }).dblclick()
    const field = page.getByRole('textbox', { name: 'Speech' })
    await field.fill('(shakes her head)')
    await field.press('Enter')
    await page.getByText('With these words it is a parenthetical').waitFor()
    await field.press('Enter')
    await field.waitFor({ state: 'detached' })
    await page.locator('.sr-page__parenthetical', { hasText: 'shakes her head' }).waitFor()
  })

  it('stand side by side where two speak at once, from the side that is read first', async () => {
    const { page } = studio
    const boxes = async (index: number) => {
      const columns = page.locator('.sr-page__dual').nth(index).locator('> div')
      const [first, second] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()]
      if (!first || !second) throw new Error('There should be two columns.')
      return { first, second }
    }
    const latin = await boxes(0)
    expect(latin.second.x).toBeGreaterThanOrEqual(latin.first.x + latin.first.width)
    expect(latin.second.y).toBe(latin.first.y)
    const hebrew = await boxes(1)
    expect(hebrew.first.x).toBeGreaterThanOrEqual(hebrew.second.x + hebrew.second.width)
    expect(hebrew.second.y).toBe(hebrew.first.y)
    await page.setViewportSize({ width: 390, height: 844 })
    const narrow = await boxes(0)
    expect(narrow.second.y).toBeGreaterThanOrEqual(narrow.first.y + narrow.first.height)
    await expectNoSidewaysScroll(page)
    await picture(page, 'narrow-pages')
    await page.locator('.sr-page__heading').first().dblclick()
    await page.getByRole('textbox', { name: 'Scene heading' }).fill('HARBOUR')
    await page.keyboard.press('Enter')
    await page.getByText('INT is gone').waitFor()
    await expectNoSidewaysScroll(page)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('are completed with the places of the project, and remarks do what they offer', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'Edit script' }).click()
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\nINT. lam')
    const offers = page.locator('.cm-tooltip-autocomplete')
    await offers.getByText('LAMP STORE', { exact: true }).waitFor()
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' - DA')
    await offers.getByText('DAWN', { exact: true }).waitFor()
    await page.waitForTimeout(200)
    await page.keyboard.press('Escape')
    await page.keyboard.type('Y\n\nRope.\n')
    await page.getByRole('button', { name: '2 remarks' }).click()
    await picture(page, 'remarks')
    await page.locator('.cm-panel-lint').getByRole('button', { name: 'This is a person' }).last().click()
    await page.getByRole('button', { name: '1 remark' }).waitFor()
    expect(await page.locator('.cm-content').textContent()).toContain('@CRASH!')
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '2 remarks' }).waitFor()
  })

  it('what is said of a saving stays above every dialog, and can be used there', async () => {
    const { page } = studio
    await page.keyboard.press('Control+s')
    // What an earlier saving said may still be there.
    await page
      .locator('.sr-edit__kept')
      .getByText(/Version \d+$/)
      .waitFor()
    await toast(page, /Saved as version/).waitFor()
    expect(await stored()).toContain('LAMP STORE')
    const saved = await stored()
    await page.getByRole('button', { name: 'Go to scene' }).click()
    await page.getByRole('dialog').waitFor()
    await picture(page, 'toast-above')
    const undo = toast(page, /Saved as version/).getByRole('button', { name: 'Undo' })
    const { x, y, width, height } = (await undo.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const isOnTop = await page.evaluate(
      ([left, top]) => Boolean(document.elementFromPoint(left, top)?.closest('[data-sonner-toast]')),
      [x + width / 2, y + height / 2] as const,
    )
    expect(isOnTop).toBe(true)
    await undo.click()
    await toast(page, 'Undone').waitFor()
    await expect.poll(stored).not.toBe(saved)
    // Also what comes while it is open; and with the dialog it does not go.
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await toast(page, 'Undone').waitFor()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
  })

  it('have their versions in the script’s own tab', async () => {
    const { page } = studio
    await page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/versions`)
    await page.getByRole('dialog', { name: 'Versions of the script' }).waitFor()
    await page.getByRole('button', { name: /^Version 1\b/ }).waitFor()
    expect(page.url()).toContain('/script')
    await page.keyboard.press('Escape')
    expect(await page.locator('.doc-tab', { hasText: 'Versions' }).count()).toBe(0)
    expect(await page.locator('main').count()).toBe(1)
  })

  it('gave the browser nothing to complain of', () => {
    expect(studio.faults).toEqual([])
  })
})
