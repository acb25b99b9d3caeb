import { expect, it } from 'vitest'
import { describeEngines } from './engines'
import { createMedia, createShot, unique } from './fixtures'
import { asAdmin, type RestAnswer } from './restApi'

const FIVE = [1, 2, 3, 4, 5]

describeEngines('What people do at once in one project', (booted) => {
  const { payload, rest, patch, tree } = asAdmin(booted)

  const statuses = (answers: RestAnswer[]) =>
    answers.map(({ status, text }) => (status < 300 ? 'done' : text))
  const done = FIVE.map(() => 'done')
  const post = (path: string, json: object) => rest(path, { method: 'POST', json })
  const draw = async () => {
    const { project, shot } = tree()
    const images = await Promise.all(FIVE.map(() => createMedia(payload(), project.id)))
    return Promise.all(
      images.map(({ id }) =>
        post('/panels', { shot: shot.id, image: id, origin: 'drawn', status: 'review' }),
      ),
    )
  }

  it('is all kept: drawings for one shot, each with a version of its own', async () => {
    const answers = await draw()
    expect(statuses(answers)).toEqual(done)
    expect(new Set(answers.map(({ body }) => body.doc.version)).size).toBe(5)
  })

  it('is all kept and counted: new shots, new scenes, people and files', async () => {
    const { project, episode, scene } = tree()
    const shotsBefore = (await payload().findByID({ collection: 'projects', id: project.id })).progress?.shots
    const shot = { scene: scene.id, size: 'MS', angle: 'eye', movement: 'static', duration: 3 }
    const shots = FIVE.map((index) =>
      post('/shots', { ...shot, shotNumber: `${index + 10}`, order: index + 10 }),
    )
    const scenes = FIVE.map((index) =>
      post('/scenes', {
        episode: episode.id,
        sceneNumber: `${index + 10}`,
        heading: 'INT. HALL - DAY',
        order: index + 10,
        status: 'pending',
      }),
    )
    const people = FIVE.map(() =>
      post('/characters', { project: project.id, scope: 'project', name: unique('Person') }),
    )
    expect(statuses(await Promise.all(shots))).toEqual(done)
    expect(statuses(await Promise.all(scenes))).toEqual(done)
    expect(statuses(await Promise.all(people))).toEqual(done)
    const { progress } = await payload().findByID({ collection: 'projects', id: project.id })
    expect(progress?.shots).toBe((shotsBefore ?? 0) + 5)
    const { production } = await payload().findByID({ collection: 'episodes', id: episode.id })
    expect(production?.sceneCount).toBe(6)
  })

  it('is all kept: decisions about panels of one scene, and changes of its shots', async () => {
    const { scene, project } = tree()
    const media = await createMedia(payload(), project.id)
    const own = await Promise.all(
      FIVE.map((index) =>
        createShot(payload(), scene.id, { shotNumber: `${index + 30}`, order: index + 30 }),
      ),
    )
    const panels = await Promise.all(
      own.map(({ id }) =>
        payload().create({
          collection: 'panels',
          data: { shot: id, image: media.id, origin: 'ai', status: 'draft' },
        }),
      ),
    )
    const approve = () => panels.map(({ id }) => patch(`/panels/${id}`, { status: 'approved' }))
    const describe = () => own.map(({ id }) => patch(`/shots/${id}`, { description: 'Closer, from below.' }))
    const trash = () => own.map(({ id }) => patch(`/shots/${id}`, { deletedAt: new Date().toISOString() }))
    for (const step of [approve, describe, trash]) expect(statuses(await Promise.all(step()))).toEqual(done)
  })

  /** Two fields of a document that two people fill in, and what they write in the nth round. */
  const FIELDS: Array<[string, () => string, [string, string]]> = [
    ['projects', () => tree().project.id, ['logline', 'synopsis']],
    ['episodes', () => tree().episode.id, ['title', 'synopsis']],
    ['scenes', () => tree().scene.id, ['mood', 'synopsis']],
    ['shots', () => tree().shot.id, ['description', 'lens']],
    ['characters', () => tree().character.id, ['backstory', 'personality']],
    ['locations', () => tree().location.id, ['name', 'description']],
    ['worlds', () => tree().world.id, ['geography', 'rules']],
  ]

  it.each(FIELDS)('is never answered as done and lost: two fields of one of %s', async (slug, id, fields) => {
    const [one, other] = fields
    for (const round of [1, 2, 3, 4]) {
      const sent = [{ [one]: `one ${round}` }, { [other]: other === 'lens' ? 30 + round : `other ${round}` }]
      const answers = await Promise.all(sent.map((data) => patch(`/${slug}/${id()}`, data)))
      const { body } = await rest(`/${slug}/${id()}?depth=0`)
      expect(answers.some(({ status }) => status === 200)).toBe(true)
      for (const [index, { status, text }] of answers.entries()) {
        expect([200, 409], text).toContain(status)
        if (status === 200) expect(body, `${slug}, round ${round}`).toMatchObject(sent[index] as object)
      }
    }
  })
})
