import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { openPage, reportPage } from './support/browser'
import { OUTSIDER, signIn } from './support/people'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const SCRIPT = (middle: string) => `INT. MILL - DAY

Flour hangs in the air.

MARA
Close the door.

${middle}EXT. WEIR - NIGHT

Water over stone.

MARA
It holds.
`
const BARN = `INT. BARN - DAY

Hay. A ladder without rungs.

JO
Up there.

`

/** Whatever can be put into the trash, with what a new one of it needs. */
type Kept = 'projects' | 'episodes' | 'scenes' | 'shots' | 'characters' | 'locations' | 'worlds' | 'voices'

describe('what is in the trash', () => {
  let studio: E2eStudio
  let viewer: Page
  let episodeId: string
  let projectId: string
  const ids = {} as Record<Kept | 'prompt-templates', string>

  const create = async (collection: string, data: object) =>
    (await studio.call<{ doc: { id: string } }>(`/api/${collection}`, data)).doc.id
  const scenesOf = async () =>
    (
      await studio.call<{ docs: Array<{ id: string; heading: string; sceneNumber: string }> }>(
        `/api/scenes?where[episode][equals]=${episodeId}&sort=order&depth=0`,
      )
    ).docs

  beforeAll(async () => {
    studio = await openE2eStudio()
    await create('users', { ...OUTSIDER, role: 'viewer' })
    const users = await studio.call<{ docs: Array<{ id: string; email: string }> }>('/api/users')
    const otto = users.docs.find(({ email }) => email === OUTSIDER.email)?.id
    projectId = await create('projects', {
      title: 'The Weir',
      type: 'short',
      status: 'concept',
      members: [{ user: otto, role: 'viewer' }],
    })
    const form = new FormData()
    form.set('file', new Blob([SCRIPT(BARN)]), 'weir.fountain')
    episodeId = (await studio.call<{ episodeId: string }>(`/api/v1/projects/${projectId}/import`, form))
      .episodeId
    const project = { project: projectId }
    ids.projects = await create('projects', { title: 'An old idea', type: 'short', status: 'concept' })
    ids.episodes = await create('episodes', { ...project, title: 'Cut', episodeNumber: 9 })
    ids.scenes = await create('scenes', {
      episode: episodeId,
      heading: 'INT. LOFT - DAY',
      sceneNumber: '44',
      order: 44,
    })
    ids.shots = await create('shots', {
      scene: (await scenesOf())[0]?.id,
      shotNumber: '7',
      size: 'MS',
      order: 7,
    })
    ids.characters = await create('characters', { ...project, name: 'Nobody' })
    ids.locations = await create('locations', { ...project, name: 'Nowhere' })
    ids.worlds = await create('worlds', { ...project, name: 'Elsewhere' })
    ids.voices = await create('voices', {
      ...project,
      name: 'Hum',
      provider: 'local',
      providerVoiceId: 'en',
      language: 'en-gb',
    })
    for (const [collection, id] of Object.entries(ids))
      await studio.call(`/api/${collection}/${id}`, { deletedAt: new Date().toISOString() }, 'PATCH')
    const context = await studio.page
      .context()
      .browser()
      ?.newContext({ viewport: { width: 1280, height: 800 } })
    if (!context) throw new Error('There is no browser')
    viewer = (await openPage(context)).page
    await signIn(viewer, studio.url, OUTSIDER)
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(() => studio?.stop())

  it.each([
    'projects',
    'episodes',
    'scenes',
    'shots',
    'characters',
    'locations',
    'worlds',
    'voices',
  ] as const)('opens from its list: %s', async (collection) => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/${collection}/trash`)
    const row = page.locator('tbody tr').first()
    await row.locator('a').first().click()
    await page.waitForURL(new RegExp(`/${collection}/trash/${ids[collection]}`))
    await page.locator('.doc-controls').first().waitFor()
    expect(await page.getByText('There is nothing here').count()).toBe(0)
    await picture(page, `trash-${collection}`)
  })

  it('is said on the board of a scene that came back and is in no script', async () => {
    const { page, url } = studio
    const barn = (await scenesOf()).find(({ heading }) => heading.includes('BARN'))?.id
    const form = new FormData()
    form.set('file', new Blob([SCRIPT('')]), 'weir.fountain')
    form.set('episodeId', episodeId)
    await studio.call(`/api/v1/projects/${projectId}/import`, form)
    await studio.call(`/api/scenes/${barn}?trash=true`, { deletedAt: null }, 'PATCH')
    expect((await scenesOf()).map(({ sceneNumber }) => sceneNumber)).toEqual(['1', '1A', '2'])
    await page.goto(`${url}/admin/collections/episodes/${episodeId}/storyboard`)
    const strip = page.locator('.sr-scene', { hasText: 'INT. BARN - DAY' })
    await strip.getByText('Not in the script', { exact: true }).waitFor()
    expect(await page.getByText('Not in the script', { exact: true }).count()).toBe(1)
    await picture(page, 'not-in-script')
    await strip.getByRole('link', { name: 'Open the script, to write it there' }).click()
    await page.waitForURL(/\/script/)
  })

  it('says on the board where the words of a scene stand that was joined into another one', async () => {
    const { page, url } = studio
    const barn = (await scenesOf()).find(({ heading }) => heading.includes('BARN'))?.id
    const words = BARN.replace(/^.*\n\n/, '')
    const form = new FormData()
    form.set('file', new Blob([`${SCRIPT('')}\n${words}`]), 'weir.fountain')
    form.set('episodeId', episodeId)
    await studio.call(`/api/v1/projects/${projectId}/import`, form)
    const numbers = await scenesOf()
    const weir = numbers.find(({ heading }) => heading.includes('WEIR'))?.sceneNumber
    expect(numbers.map(({ id }) => id)).toContain(barn)
    await page.goto(`${url}/admin/collections/episodes/${episodeId}/storyboard`)
    const strip = page.locator('.sr-scene', { hasText: 'INT. BARN - DAY' })
    await strip.getByText(`This scene is not in the script; its words stand in scene ${weir}.`).waitFor()
    await picture(page, 'words-elsewhere')
  })

  it('tells screen readers by number where a shot was moved', async () => {
    const { page, url } = studio
    const scene = (await scenesOf())[0]?.id as string
    for (const order of [1, 2, 3])
      await create('shots', {
        scene,
        shotNumber: String(order),
        size: 'MS',
        order,
        description: `Shot ${order}.`,
      })
    await page.goto(`${url}/admin/collections/episodes/${episodeId}/storyboard`)
    const handle = page.getByRole('button', { name: /^Move Scene 1, shot 3\./ })
    await untilAlive(page, '.sr-card__handle')
    await handle.focus()
    const said = page.locator('[id^="DndLiveRegion"]').filter({ hasText: /Shot 3/ })
    await page.keyboard.press('Space')
    await said.getByText('Shot 3 is picked up').waitFor()
    await page.waitForTimeout(300)
    await picture(page, 'picked-up')
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(400)
    await picture(page, 'moved-left')
    await said.getByText('Shot 3 would be before shot 2.').waitFor()
    const saved = page.waitForResponse((response) => response.url().endsWith('/shots/reorder'))
    await page.keyboard.press('Space')
    await said.getByText('Shot 3 is now before shot 2.').waitFor()
    expect((await saved).status()).toBe(200)
  })

  it('does not tell a viewer to edit what they may only read', async () => {
    await viewer.goto(`${studio.url}/admin/collections/characters`)
    await viewer.locator('tbody tr a').first().click()
    await viewer.getByText('Details', { exact: true }).waitFor()
    expect(await viewer.getByText('Edit', { exact: true }).filter({ visible: true }).count()).toBe(0)
    await picture(viewer, 'viewer-character')
  })
})
