import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, toast, untilAlive } from './support/studio'

const SCRIPT = `INT. BAKERY - DAY

ILSE (40) kneads dough. The oven ticks.

ILSE
Too early.

EXT. BRIDGE - NIGHT

ILSE
Wait for me.

TOBIAS
No.

INT. CELLAR - NIGHT

Flour sacks.

TOBIAS
Empty.
`

interface Doc {
  id: string
  name: string
  sceneNumber: string
  heading: string
}

describe('names and numbers', () => {
  let studio: E2eStudio
  let episodeId: string
  const find = async (path: string) => (await studio.call<{ docs: Doc[] }>(`/api/${path}`)).docs

  beforeAll(async () => {
    studio = await openE2eStudio()
    ;({ episodeId } = await studio.call<{ episodeId: string }>('/api/v1/imports', { text: SCRIPT }))
  })
  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })
  afterAll(() => studio?.stop())

  it('asks after a new name whether the script is to say it, shows the difference, and takes it back', async () => {
    const { page } = studio
    const [ilse] = await find('characters?where[name][equals]=Ilse')
    await page.goto(`${studio.url}/admin/collections/characters/${ilse?.id}`)
    const name = page.locator('#field-name')
    await name.waitFor()
    await untilAlive(page, '#action-save')
    await name.fill('Brigitte')
    await page.locator('#action-save').click()
    const dialog = page.getByRole('dialog', { name: 'Ilse is called Brigitte now' })
    await dialog.getByText('3 lines say Ilse').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/renamed.png` })
    await dialog.getByRole('button', { name: 'Show the difference' }).click()
    const draft = page.getByRole('dialog', { name: /^Ilse becomes Brigitte/ })
    await draft.getByRole('button', { name: /^Apply/ }).waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/renamed-difference.png` })
    await draft.getByRole('button', { name: /^Apply/ }).click()
    await draft.getByRole('button', { name: /^Undo/ }).waitFor()
    expect(await studio.scriptOf(episodeId)).toBe(SCRIPT.replaceAll('ILSE', 'BRIGITTE'))
    expect((await find('characters?sort=name')).map((person) => person.name)).toEqual(['Brigitte', 'Tobias'])
    await draft.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => studio.scriptOf(episodeId), { timeout: 20_000 }).toBe(SCRIPT)
    expect((await find('characters?sort=name')).map((person) => person.name)).toEqual(['Brigitte', 'Tobias'])
  })

  it('leaves a way back to that question, as long as the script says the old name', async () => {
    const { page } = studio
    const [brigitte] = await find('characters?where[name][equals]=Brigitte')
    await page.goto(`${studio.url}/admin/collections/characters/${brigitte?.id}`)
    const note = page.getByRole('region', { name: 'Former names' })
    await note.getByText('The script still says Ilse in 3 lines.').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/former-name.png` })
    for (let time = 0; time < 2; time += 1) {
      await note.getByRole('button', { name: 'Rename it there…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Ilse is called Brigitte now' })
      await dialog.getByText('3 lines say Ilse').waitFor()
      await dialog.getByRole('button', { name: 'Leave Ilse in the script' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
  })

  it('says who is unused, and puts them into the trash in one step', async () => {
    const { page } = studio
    const text = SCRIPT.replaceAll('TOBIAS', 'RUFUS')
    const draft = await studio.call<{ id: string }>(`/api/v1/episodes/${episodeId}/drafts`, { text })
    await studio.call(`/api/v1/drafts/${draft.id}/apply`, {})
    await page.goto(`${studio.url}/admin/collections/characters`)
    const note = page.getByRole('region', { name: 'Unused' })
    await note.getByText('Tobias').waitFor()
    await untilAlive(page, '.sr-unused button')
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/unused.png` })
    await note.getByRole('button', { name: 'Move to trash' }).click()
    await toast(page, '1 character moved to the trash.').waitFor()
    await note.waitFor({ state: 'detached' })
    expect((await find('characters?sort=name')).map((person) => person.name)).toEqual(['Brigitte', 'Rufus'])
  })

  it('gives a scene that is restored a number that people use', async () => {
    const { page } = studio
    const text = (await studio.scriptOf(episodeId)).replace(/EXT\. BRIDGE[\s\S]*?(?=INT\. CELLAR)/, '')
    const draft = await studio.call<{ id: string }>(`/api/v1/episodes/${episodeId}/drafts`, { text })
    await studio.call(`/api/v1/drafts/${draft.id}/apply`, {})
    const [gone] = await find('scenes?trash=true&where[deletedAt][exists]=true')
    await page.goto(`${studio.url}/admin/collections/scenes/trash`)
    await page
      .locator('tbody tr', { hasText: 'EXT. BRIDGE' })
      .getByRole('link', { name: '2', exact: true })
      .waitFor()
    expect(await page.getByText(/~[0-9a-f]{6}/).count()).toBe(0)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/trash-numbers.png` })
    await page.goto(`${studio.url}/admin/collections/scenes/trash/${gone?.id}`)
    await page.locator('output#field-sceneNumber', { hasText: '2' }).waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/trashed-scene.png` })
    const button = page.getByRole('button', { name: 'Restore' }).first()
    await button.waitFor()
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))
    await expect.poll(() => button.evaluate(isAlive), { timeout: 20_000 }).toBe(true)
    await button.click()
    await page.locator('.confirmation-modal button').filter({ hasText: 'Confirm' }).click()
    await page
      .getByText('Back from the trash as scene 1A. It was 2, which another scene is by now.')
      .waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/came-back.png` })
    // It stood between the bakery and the cellar, which is 2 by now.
    await expect
      .poll(async () =>
        (await find('scenes?sort=order')).map(({ sceneNumber, heading }) => [sceneNumber, heading]),
      )
      .toEqual([
        ['1', 'INT. BAKERY - DAY'],
        ['1A', 'EXT. BRIDGE - NIGHT'],
        ['2', 'INT. CELLAR - NIGHT'],
      ])
    await page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/storyboard`)
    await page.getByText('EXT. BRIDGE - NIGHT').first().waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/restored.png` })
    expect(await page.getByText(/~[0-9a-f]{6}/).count()).toBe(0)
  })
})
