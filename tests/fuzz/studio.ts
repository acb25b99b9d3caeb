/** What a studio looks like to whoever sends requests at it. */
export interface Studio {
  /** The whole `Authorization` header of each; null for nobody. */
  people: Record<'admin' | 'producer' | 'viewer' | 'key' | 'nobody', string | null>
  /** Ids of documents, by collection. */
  ids: Record<string, string[]>
  filenames: string[]
}

const PASSWORD = 'long-enough-1'
const KEY = 'fuzz-key-0123456789abcdef-0123456789abcdef'
const SCRIPT =
  'INT. BAR - DAY\n\nMara counts her coins.\n\nMARA\nNine.\n\nEXT. STREET - NIGHT\n\nRain.\n\nJON\nRun!\n'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

// biome-ignore lint/suspicious/noExplicitAny: answers are read by their known fields
type Answer = any

/** Sets one up through its doors, or what of it a request has taken away. */
export async function setUpStudio(url: string): Promise<Studio> {
  const ask = async (method: string, path: string, auth: string | null, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(auth ? { authorization: auth } : {}),
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      },
      body: body instanceof FormData ? body : body ? JSON.stringify(body) : undefined,
    })
    const text = await answer.text()
    return answer.ok ? JSON.parse(text) : { failed: `${answer.status} ${text.slice(0, 300)}` }
  }
  const must = async (...args: Parameters<typeof ask>): Promise<Answer> => {
    const answer = await ask(...args)
    if (answer.failed) throw new Error(`${args[0]} ${args[1]}: ${answer.failed}`)
    return answer
  }
  const signIn = async (name: string) => {
    const { token } = await must('POST', '/api/users/login', null, {
      email: `${name}@example.org`,
      password: PASSWORD,
    })
    return `JWT ${token}`
  }
  const person = (name: string) => ({ name, email: `${name}@example.org`, password: PASSWORD })

  await ask('POST', '/api/users/first-register', null, person('admin'))
  const admin = await signIn('admin')
  for (const [name, more] of [
    ['producer', { role: 'producer' }],
    ['viewer', { role: 'viewer' }],
    ['robot', { role: 'worker', enableAPIKey: true, apiKey: KEY }],
  ] as const)
    await ask('POST', '/api/users', admin, { ...person(name), ...more })
  const people = {
    admin,
    producer: await signIn('producer'),
    viewer: await signIn('viewer'),
    key: `users API-Key ${KEY}`,
    nobody: null,
  }
  const { projectId: project, episodeId: episode } = await must('POST', '/api/v1/imports', people.producer, {
    text: SCRIPT,
    title: 'Fuzzed',
  })
  await ask('PATCH', `/api/projects/${project}`, people.producer, {
    members: [{ user: (await ask('GET', '/api/users/me', people.viewer)).user?.id, role: 'viewer' }],
  })
  const form = new FormData()
  form.set('file', new File([PNG], 'still.png', { type: 'image/png' }))
  form.set('_payload', JSON.stringify({ project, alt: 'A still' }))
  const media = (await must('POST', '/api/media', people.producer, form)).doc
  const scenes = (await must('GET', `/api/scenes?depth=0&where[episode][equals]=${episode}`, admin)).docs
  const shot = (
    await must('POST', '/api/shots', people.producer, {
      scene: scenes[0].id,
      shotNumber: '1',
      order: 1,
      size: 'MS',
      angle: 'eye',
      movement: 'static',
      duration: 3,
      origin: 'human',
    })
  ).doc
  await must('POST', '/api/panels', people.producer, {
    shot: shot.id,
    image: media.id,
    origin: 'ai',
    status: 'draft',
  })
  await must('POST', '/api/worlds', people.producer, { project, name: 'Earth' })
  await must('POST', '/api/sessions', people.producer, { project, title: 'Talk' })
  await ask('POST', `/api/v1/episodes/${episode}/drafts`, people.producer, {
    text: SCRIPT.replace('Nine', 'Ten'),
  })
  await ask('POST', `/api/v1/episodes/${episode}/runs`, people.producer, {})

  const ids: Record<string, string[]> = {}
  const collections = Object.keys((await must('GET', '/api/access', admin)).collections)
  for (const slug of collections) {
    const { docs = [] } = await ask('GET', `/api/${slug}?depth=0&limit=5&sort=-createdAt`, admin)
    ids[slug] = docs.map((doc: { id: string }) => String(doc.id))
    const versions = await ask('GET', `/api/${slug}/versions?depth=0&limit=3`, admin)
    ids[`${slug}/versions`] = (versions.docs ?? []).map((doc: { id: string }) => String(doc.id))
  }
  return { people, ids, filenames: [media.filename] }
}

/** Whether requests still reach something: its people are signed in, its project is there. */
export async function isWhole(url: string, studio: Studio): Promise<boolean> {
  const get = (path: string, auth: string | null) =>
    fetch(`${url}${path}`, { headers: auth ? { authorization: auth } : {} })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Answer) : null))
      .catch(() => null)
  const { admin, producer, viewer, key } = studio.people
  for (const each of [admin, producer, viewer, key])
    if (!(await get('/api/users/me', each))?.user) return false
  for (const slug of ['projects', 'scenes', 'shots', 'media']) {
    const [id] = studio.ids[slug] ?? []
    if (!id || !(await get(`/api/${slug}/${id}?depth=0`, admin))) return false
  }
  return true
}
