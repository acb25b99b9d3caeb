import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed, vi } from 'vitest'
import { obstaclesOf } from './support/accessibility'
import { openPage, reportPage, STEP_MS } from './support/browser'
import { addViewer, type Person, PRODUCER, signIn } from './support/people'
import { type E2eStudio, openE2eStudio, picture } from './support/studio'

const PHONE = { width: 390, height: 844 }
const SHOTS = 60
/** Bytes that a board may add to what Payload sends with every page, before they are packed. */
const LIGHT_BOARD = 60_000

/** Somebody of the project who is no admin of the studio. */
const DIRECTOR: Person = { name: 'Dora Director', email: 'dora@example.com', password: 'staple-battery-3' }

// Words that break nowhere are what makes pages wider than they are.
const SCRIPT = `Title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft

INT. LLANFAIRPWLLGWYNGYLLGOGERYCHWYRNDROBWLLLLANTYSILIOGOGOGOCH STATION - NIGHT

Rain on the platform. MAXIMILIANA-WILHELMINA folds a timetable that is longer than she is.

MAXIMILIANA-WILHELMINA
(under her breath)
Change at https://timetable.example.com/a/very/long/address/without/any/space/in/it/at/all.

EXT. QUAY - DAWN

A crane turns. OSWIN counts crates.

OSWIN
Forty-one.
`

const NOTHING = { tooWide: [], unnamed: [], mains: 1, faint: [] }

describe('on a phone, by keys and by ear', () => {
  let studio: E2eStudio
  let phone: BrowserContext
  let page: Page
  let faults: string[]
  let calls: () => string
  let ids: Record<'episodes' | 'scenes' | 'shots' | 'panels' | 'characters' | 'projects' | 'tasks', string>
  let episode: string

  /** A scene full of shots, each with its panel: drawn, and approved by nobody. */
  async function fillScene(scene: string, project: string): Promise<{ shot: string; panel: string }> {
    const png = await sharp({ create: { width: 960, height: 540, channels: 3, background: '#b9c4cf' } })
      .png()
      .toBuffer()
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'frame.png')
    form.set('_payload', JSON.stringify({ project, alt: 'A grey frame' }))
    const { doc: media } = await studio.call<{ doc: { id: string } }>('/api/media', form)
    let first: { shot: string; panel: string } | null = null
    for (let order = 1; order <= SHOTS; order += 1) {
      const { doc: shot } = await studio.call<{ doc: { id: string } }>('/api/shots', {
        scene,
        shotNumber: String(order),
        order,
        size: 'MS',
        description: `Crate ${order} swings past the lamp and settles on the pile behind the others.`,
      })
      const { doc: panel } = await studio.call<{ doc: { id: string } }>('/api/panels', {
        shot: shot.id,
        image: media.id,
        status: 'review',
        origin: 'drawn',
      })
      first ??= { shot: shot.id, panel: panel.id }
    }
    if (!first) throw new Error('No shot was made.')
    return first
  }

  const firstOf = async (collection: string, query = ''): Promise<string> => {
    const { docs } = await studio.call<{ docs: Array<{ id: string }> }>(`/api/${collection}?limit=1${query}`)
    if (!docs[0]) throw new Error(`There are no ${collection}.`)
    return docs[0].id
  }

  async function untilDone(runId: string): Promise<void> {
    const isDone = async () => {
      const { state } = await studio.call<{ state: string }>(`/api/v1/runs/${runId}`)
      return state
    }
    const check = async () => {
      if ((await isDone()) !== 'done') throw new Error('The run is not done.')
    }
    await vi.waitFor(check, { timeout: 120_000, interval: 500 })
  }

  beforeAll(async () => {
    studio = await openE2eStudio()
    const form = new FormData()
    form.set('file', new Blob([SCRIPT]), 'quay.fountain')
    const imported = await studio.call<{ episodeId: string; projectId: string }>('/api/v1/imports', form)
    const { docs: scenes } = await studio.call<{ docs: Array<{ id: string }> }>('/api/scenes?sort=order')
    // A task that ended, with a result to read.
    const run = await studio.call<{ runId: string }>(`/api/v1/episodes/${imported.episodeId}/runs`, {
      steps: ['analyse-script'],
    })
    await untilDone(run.runId)
    const project = await firstOf('projects')
    const { shot, panel } = await fillScene(scenes[1]?.id ?? '', project)
    ids = {
      episodes: imported.episodeId,
      scenes: scenes[0]?.id ?? '',
      shots: shot,
      panels: panel,
      characters: await firstOf('characters'),
      projects: project,
      tasks: await firstOf('tasks', '&where[type][equals]=analyse-script&where[isStep][not_equals]=true'),
    }
    episode = `/admin/collections/episodes/${ids.episodes}`
    const { token } = await studio.call<{ token: string }>('/api/users/login', PRODUCER)
    await addViewer(studio.url, token, DIRECTOR)
    const { docs: people } = await studio.call<{ docs: Array<{ id: string }> }>(
      `/api/users?where[email][equals]=${encodeURIComponent(DIRECTOR.email)}`,
    )
    await studio.call(`/api/users/${people[0]?.id}`, { role: 'director' }, 'PATCH')
    await studio.call(
      `/api/projects/${project}`,
      { members: [{ user: people[0]?.id, role: 'producer' }] },
      'PATCH',
    )
    const browser = studio.context.browser()
    if (!browser) throw new Error('The browser is gone.')
    phone = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true })
    ;({ page, faults, calls } = await openPage(phone))
    await signIn(page, studio.url, DIRECTOR)
  }, 300_000)

  beforeEach(() => {
    onTestFailed(() => reportPage(page, calls))
  })

  afterAll(async () => {
    await studio?.stop()
  })

  /** The page comes to life and fetches what it needs: it has a while until it is as it should be. */
  const expectNoObstacles = (expected: object = NOTHING) =>
    expect.poll(() => obstaclesOf(page), { timeout: STEP_MS, interval: 500 }).toEqual(expected)

  it.each([
    ['studio', () => '/admin'],
    ['queue', () => '/admin/queue'],
    ['storyboard', () => `${episode}/storyboard`],
    ['script', () => `${episode}/script`],
    ['account', () => '/admin/account'],
    ['list', () => '/admin/collections/scenes'],
  ])('shows the %s within the screen, named, readable, with one main landmark', async (name, path) => {
    await page.goto(`${studio.url}${path()}`)
    await expectNoObstacles()
    await picture(page, `phone-${name}`)
  })

  it.each(['episodes', 'scenes', 'shots', 'panels', 'characters', 'projects', 'tasks'] as const)(
    'shows the form of %s so, with all its tabs',
    async (collection) => {
      await page.goto(`${studio.url}/admin/collections/${collection}/${ids[collection]}`)
      await expectNoObstacles()
      await picture(page, `phone-form-${collection}`)
      const tabs = page.locator('.tabs-field__tab-button')
      for (let index = 1; index < (await tabs.count()); index += 1) {
        await tabs.nth(index).click()
        await expectNoObstacles()
        await picture(page, `phone-form-${collection}-${index}`)
      }
    },
  )

  it('shows its dialogs and its editor so', async () => {
    // What lies behind a modal dialog is no landmark.
    const dialog = { ...NOTHING, mains: 0 }
    await page.goto(`${studio.url}${episode}/storyboard`)
    await page.getByRole('button', { name: 'Open Scene 2, shot 1', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await expectNoObstacles(dialog)
    await picture(page, 'phone-panel')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import new draft' }).click()
    await page.getByRole('dialog').waitFor()
    await expectNoObstacles(dialog)
    await page.goto(`${studio.url}${episode}/script?versions=1`)
    await page.getByRole('dialog').waitFor()
    await expectNoObstacles(dialog)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Edit script' }).click()
    await page.locator('.cm-content').waitFor()
    await expectNoObstacles()
    await picture(page, 'phone-editor')
  })

  it('opens a long board with a light page, which then fetches the rest', async () => {
    const weightOf = async (path: string) => (await page.request.get(`${studio.url}${path}`)).body()
    const [empty, board] = [await weightOf('/admin/queue'), await weightOf(`${episode}/storyboard`)]
    expect(board.byteLength - empty.byteLength).toBeLessThan(LIGHT_BOARD)
    await page.goto(`${studio.url}${episode}/storyboard`)
    await page
      .locator('.sr-card')
      .nth(SHOTS - 1)
      .waitFor({ state: 'attached' })
    expect(await page.locator('.sr-card').count()).toBe(SHOTS)
    await page.getByText(`${SHOTS} of ${SHOTS} panels`).first().waitFor()
  })

  it('says apart what is drawn, in review and approved', async () => {
    await studio.call(`/api/v1/panels/${ids.panels}`, { status: 'approved' }, 'PATCH')
    const words = `${SHOTS} of ${SHOTS} drawn, ${SHOTS - 1} in review, 1 approved`
    const bars = page.locator(`[role="progressbar"][aria-valuetext="${words}"]`)
    await page.goto(`${studio.url}${episode}/storyboard`)
    await bars.first().waitFor()
    for (const path of ['/admin', episode]) {
      await page.goto(`${studio.url}${path}`)
      await bars.first().waitFor()
      await page
        .getByText(`${SHOTS - 1} in review`)
        .first()
        .waitFor()
    }
  })

  it('speaks of panels, not of documents', async () => {
    await page.goto(`${studio.url}/admin/collections/panels/${ids.panels}`)
    const large = page.getByRole('img', { name: 'A grey frame' }).first()
    await large.waitFor()
    expect((await large.boundingBox())?.width).toBeGreaterThan(300)
    await page.goto(`${studio.url}/admin/collections/scenes/${ids.scenes}`)
    await page.getByText('Type, then press enter').first().waitFor()
    const tags = page.locator('.field-type.text.has-many')
    expect(await tags.getByText('Select a value').count()).toBe(0)
    await page.goto(`${studio.url}/admin/collections/tasks/${ids.tasks}`)
    await page.locator('.sr-readable dt').first().waitFor()
    expect(await page.locator('.sr-readable pre').count()).toBe(0)
    // Words and numbers that nobody can change are no boxes that are greyed out; relations and dates are Payload's.
    const boxes = page.locator('.field-type.text input:disabled, .field-type.number input:disabled')
    expect(await boxes.count()).toBe(0)
  })

  it('keeps the API tab for admins', async () => {
    const path = `${studio.url}/admin/collections/characters/${ids.characters}`
    await page.goto(path)
    await page.getByText('Details', { exact: true }).first().waitFor()
    expect(await page.getByRole('link', { name: 'API', exact: true }).count()).toBe(0)
    await studio.page.goto(path)
    await studio.page.getByRole('link', { name: 'API', exact: true }).waitFor()
  })

  it('complained of nothing', () => {
    expect(faults).toEqual([])
  })
})
