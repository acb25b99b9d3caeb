import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { reportPage } from './support/browser'
import { type E2eStudio, expectNoSidewaysScroll, openE2eStudio, picture, untilAlive } from './support/studio'

/** A script of so many scenes, in each of which somebody says something of their own. */
const script = (place: string, scenes: number, words: string): string =>
  Array.from(
    { length: scenes },
    (_, index) =>
      `INT. ${place} ${index + 1} - DAY\n\nSomebody waits.\n\nIDA\n${words} number ${index + 1}.\n`,
  ).join('\n')

const fileOf = (text: string, name = 'draft.fountain') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

describe('the current project', () => {
  let studio: E2eStudio
  let harbour: string
  let sameTitle: string
  let empty: string

  const bring = async (projectId: string, text: string) => {
    const form = new FormData()
    form.set('file', new Blob([text]), 'draft.fountain')
    await studio.call(`/api/v1/projects/${projectId}/import`, form)
  }
  const open = async (title: string, more: object = {}) =>
    (await studio.call<{ id: string }>('/api/v1/projects', { title, ...more })).id
  const goTo = async (path: string) => {
    await studio.page.goto(`${studio.url}/admin${path}`)
    await untilAlive(studio.page, 'button')
  }
  /** The one above the list or the queue. */
  const switcher = () => studio.page.locator('main, .collection-list').getByLabel('Project', { exact: true })
  const untilNarrowed = async () => {
    await studio.page.getByRole('button', { name: 'Show all projects' }).waitFor()
    expect(await switcher().locator('option:checked').textContent()).toMatch(
      /^Harbour \(series, 1 episode, .*\)$/,
    )
  }
  const rows = () => studio.page.locator('.collection-list tbody tr')

  beforeAll(async () => {
    studio = await openE2eStudio()
    harbour = await open('Harbour', { type: 'series', logline: 'A pilot goes missing.' })
    sameTitle = await open('Harbour', { type: 'series', logline: 'A ship comes home.' })
    empty = await open('Orchard', { type: 'film' })
    await bring(harbour, script('PIER', 12, 'Mackerel'))
    await bring(sameTitle, script('DECK', 3, 'Lantern'))
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(async () => {
    await studio?.stop()
  })

  it('is chosen in the navigation, by what tells projects of one title apart, and narrows a list', async () => {
    const { page } = studio
    await goTo('/collections/scenes?limit=10')
    await picture(page, 'scenes-all')
    for (const column of ['Episode', 'Project']) {
      await page.locator('.collection-list thead').getByText(column, { exact: true }).waitFor()
    }
    expect(await page.getByText('1-10 of 15').count()).toBe(1)
    const labels = await switcher().locator('option').allTextContents()
    expect(labels).toHaveLength(4)
    expect(new Set(labels).size).toBe(4)
    await switcher().selectOption({ value: harbour })
    await page.getByText('1-10 of 12').waitFor()
    await untilNarrowed()
    await picture(page, 'scenes-narrowed')
    expect(await rows().filter({ hasText: 'DECK' }).count()).toBe(0)
    await expectNoSidewaysScroll(page)
  })

  it('lets nobody select beyond what is shown', async () => {
    const { page } = studio
    await page.locator('.collection-list thead input[type="checkbox"]').click()
    await page.getByText('10 selected').waitFor()
    expect(await page.locator('#select-all-across-pages').isVisible()).toBe(false)
    // Pressed all the same, by a program for instance.
    await page.locator('#select-all-across-pages').dispatchEvent('click')
    await page.waitForTimeout(500)
    expect(await page.getByText('12 selected').count()).toBe(0)
  })

  it('stays from page to page and from day to day, in the trash as well', async () => {
    const { page } = studio
    await goTo('/collections/characters')
    await untilNarrowed()
    expect(await rows().count()).toBe(1)
    await picture(page, 'characters-narrowed')
    await goTo('/collections/scenes/trash')
    await untilNarrowed()
    await goTo('/collections/shots')
    await untilNarrowed()
    await picture(page, 'shots-narrowed')
    await goTo('/collections/users')
    expect(await switcher().count()).toBe(0)
  })

  it('is left by the button above the list, which begins at its first page', async () => {
    const { page } = studio
    await goTo('/collections/scenes?limit=10&page=2')
    await page.getByText('11-12 of 12').waitFor()
    await page.getByRole('button', { name: 'Show all projects' }).click()
    await page.getByText('1-10 of 15').waitFor()
    expect(await switcher().inputValue()).toBe('')
  })

  it('does not narrow what is chosen for a document of another project', async () => {
    const { page } = studio
    const form = new FormData()
    form.set('_payload', JSON.stringify({ project: harbour, alt: 'A chart' }))
    const chart = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
      .png()
      .toBuffer()
    form.set('file', new Blob([new Uint8Array(chart)], { type: 'image/png' }), 'soundings.png')
    await studio.call('/api/media', form)
    const { docs } = await studio.call<{ docs: Array<{ id: string }> }>(
      `/api/characters?where[project][equals]=${harbour}`,
    )
    await goTo('/collections/media')
    await switcher().selectOption({ value: sameTitle })
    await page.getByRole('heading', { name: 'No Results.' }).waitFor()
    await picture(page, 'media-none')
    await goTo(`/collections/characters/${docs[0]?.id}`)
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    await page.getByRole('button', { name: 'Choose from existing' }).last().click()
    // Stored under a name that nobody can guess.
    await page.getByText(/^soundings-.*\.png$/).waitFor()
    await picture(page, 'drawer')
    expect(await page.locator('.list-drawer').getByLabel('Project', { exact: true }).count()).toBe(0)
  })

  it('changes nothing that is typed into a form and not saved', async () => {
    const { page } = studio
    await goTo(`/collections/projects/${harbour}`)
    await page.getByRole('button', { name: 'Open Menu' }).first().click()
    const inMenu = page.getByRole('navigation').getByLabel('Project', { exact: true })
    await page.locator('#field-logline').fill('Not saved yet.')
    await inMenu.selectOption({ value: sameTitle })
    await expect.poll(() => inMenu.isEnabled()).toBe(true)
    await picture(page, 'menu')
    await page.waitForTimeout(1_000)
    expect(await page.locator('#field-logline').inputValue()).toBe('Not saved yet.')
    await page.locator('#field-logline').fill('A pilot goes missing.')
  })

  it('narrows the queue', async () => {
    const { page } = studio
    page.once('dialog', (dialog) => void dialog.accept())
    await goTo('/queue')
    await untilNarrowed()
    await picture(page, 'queue-narrowed')
    await page.getByRole('button', { name: 'Show all projects' }).click()
    await page.getByRole('button', { name: 'Show all projects' }).waitFor({ state: 'detached' })
    await picture(page, 'queue-all')
  })

  it('a scene is found by what is said in it', async () => {
    const { page } = studio
    await goTo('/collections/scenes?limit=10&search=lantern')
    await page.getByText('1-3 of 3').waitFor()
    expect(await rows().filter({ hasText: 'DECK' }).count()).toBe(3)
  })

  it('an event names what it is about, and leads there', async () => {
    const { page } = studio
    await goTo('/collections/events')
    await picture(page, 'events')
    const about = rows().first().locator('.cell-entityCollection a')
    expect((await about.textContent())?.length).toBeGreaterThan(2)
    expect(await about.getAttribute('href')).toMatch(/\/admin\/collections\/[a-z-]+\/[^/]+$/)
  })

  it('a project without a script takes one on its card', async () => {
    const { page } = studio
    await goTo('')
    await picture(page, 'studio')
    const card = page.getByRole('article', { name: 'Orchard' })
    await card.getByRole('button', { name: 'Import script' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    await dialog.getByText('Into Orchard: its scenes become a new episode.').waitFor()
    await picture(page, 'import-card')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Import a script' }).click()
    const options = await dialog.getByLabel('Project').locator('option').allTextContents()
    expect(new Set(options).size).toBe(options.length)
    await picture(page, 'import-choices')
    await page.keyboard.press('Escape')
  })

  it('and on its own page, into the episode that waits for one', async () => {
    const { page } = studio
    const { doc } = await studio.call<{ doc: { id: string } }>('/api/episodes', {
      project: empty,
      episodeNumber: 1,
      title: 'Blossom',
      status: 'draft',
    })
    await goTo(`/collections/episodes/${doc.id}`)
    await page.getByRole('button', { name: 'Import script' }).waitFor()
    await picture(page, 'episode-empty')
    await goTo(`/collections/projects/${empty}`)
    await page.getByRole('button', { name: 'Import script' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    expect(await dialog.getByLabel('Episode').inputValue()).toBe(doc.id)
    await picture(page, 'import-project')
    await dialog.locator('input[type="file"]').setInputFiles(fileOf(script('ORCHARD', 2, 'Quince')))
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page.waitForURL(new RegExp(`/collections/episodes/${doc.id}/script\\?imported=1$`))
    await goTo(`/collections/episodes/${doc.id}`)
    expect(await page.getByRole('button', { name: 'Import script' }).count()).toBe(0)
    expect(studio.faults).toEqual([])
  })
})
