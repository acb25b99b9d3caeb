import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { relationId } from '@/lib/ids'
import { type Ended, makePlace, type Place, removePlace, runCli, SCRIPT, startCli } from './support/cli'
import { countsOf, type Facts, factsOf, faultsOf } from './support/facts'
import { dropMongo, lookInto, mongoUri } from './support/studio'

const RUN_MS = 280_000
const KEYS = [
  'projectId',
  'episodeId',
  'scenes',
  'characters',
  'shots',
  'panels',
  'dialogueLines',
  'tasks',
  'warnings',
  'outputs',
  'seconds',
]

interface Production {
  projectId: string
  episodeId: string
  scenes: number
  characters: number
  shots: number
  panels: number
  dialogueLines: number
  tasks: { total: number; completed: number; dead: number }
  outputs: Record<'pdf' | 'csv' | 'animatic', string | null>
  seconds: number
}

const has = (program: string): boolean => {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => fs.existsSync(path.join(folder, program)))
}

const produceArgs = (place: Place, script = SCRIPT) => ['produce', script, '--out', place.outDir, '--json']

/** Produces and reads the one JSON object of stdout. */
async function produce(place: Place, script = SCRIPT, env = place.env): Promise<Production> {
  const end = await runCli(produceArgs(place, script), env)
  expect(end, end.stderr).toMatchObject({ status: 0 })
  expect(end.stdout.trim().split('\n')).toHaveLength(1)
  return JSON.parse(end.stdout) as Production
}

/** Rows of a CSV file as objects, quoted fields included. */
function readCsv(file: string): Array<Record<string, string>> {
  const text = fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
    if (end === '') break
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000
const sum = (values: number[]): number => round(values.reduce((total, value) => total + value, 0))

function expectWholeProduction(made: Production): void {
  expect(Object.keys(made).sort()).toEqual([...KEYS].sort())
  // Ida and Per, however they are typed: IDA (CONT'D), @Ida, PER (V.O.), @Per.
  expect(made).toMatchObject({ scenes: 4, characters: 2, dialogueLines: 5 })
  expect(made.tasks).toMatchObject({ completed: made.tasks.total, dead: 0 })
  expect(made.panels).toBe(made.shots)
  expect(made.shots).toBeGreaterThanOrEqual(4)
}

describe('showrunner produce', () => {
  const place = makePlace()
  let first: Production
  let after: Facts

  beforeAll(async () => {
    first = await produce(place)
    after = await lookInto(place, ({ payload }) => factsOf(payload))
  }, RUN_MS)
  afterAll(() => removePlace(place))

  it('prints one JSON object with what it made', () => {
    expectWholeProduction(first)
  })

  it('leaves in the database what it says', () => {
    expect(faultsOf(after)).toEqual([])
    expect(after.projects.map(({ id, title }) => ({ id, title }))).toEqual([
      { id: first.projectId, title: 'The Night Ferry' },
    ])
    expect(after.episodes.map(({ id }) => id)).toEqual([first.episodeId])
    expect(after.shots).toHaveLength(first.shots)
    expect(after.panels).toHaveLength(first.panels)
    expect(after.characters.map(({ name }) => name).sort()).toEqual(['Ida', 'Per'])
    expect(after.scenes.map(({ heading }) => heading)).toEqual([
      'INT. FERRY - WHEELHOUSE - NIGHT',
      'EXT. HARBOUR - NIGHT',
      'INT. FERRY - WHEELHOUSE - NIGHT',
      'EXT. HARBOUR - DAWN',
    ])
  })

  it('gives the absolute paths of real files', () => {
    const { pdf, csv, animatic } = first.outputs
    for (const file of [pdf, csv]) {
      expect(path.isAbsolute(String(file))).toBe(true)
      expect(fs.statSync(String(file)).size).toBeGreaterThan(100)
    }
    if (has('ffmpeg')) expect(fs.statSync(String(animatic)).size).toBeGreaterThan(1_000)
    else expect(animatic).toBeNull()
    expect(fs.readdirSync(place.outDir).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('writes every shot into the shot list, each scene as long as its estimate', () => {
    const rows = readCsv(String(first.outputs.csv))
    expect(rows).toHaveLength(first.shots)
    for (const scene of after.scenes) {
      const own = rows.filter((row) => row.Scene === scene.sceneNumber)
      expect(sum(own.map((row) => Number(row['Duration (s)'])))).toBe(round(scene.estimatedDuration ?? 0))
    }
  })

  it.skipIf(!has('pdftotext'))('sets scenes, shots and dialogue on the pages of the storyboard', () => {
    const text = execFileSync('pdftotext', ['-layout', String(first.outputs.pdf), '-']).toString()
    const words = text.replace(/\s+/g, ' ')
    expect(words).toContain('The Night Ferry')
    expect(words).toContain('INT. FERRY - WHEELHOUSE - NIGHT')
    expect(words).toContain('EXT. HARBOUR - DAWN')
    expect(words).toContain('Last crossing')
  })

  it.skipIf(!has('ffprobe') || !has('ffmpeg'))('cuts the animatic to the length of the shots', () => {
    const probed = execFileSync('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_type,duration',
      '-of',
      'json',
      String(first.outputs.animatic),
    ])
    const { streams } = JSON.parse(probed.toString()) as {
      streams: Array<{ codec_type: string; duration: string }>
    }
    const shots = sum(after.shots.map(({ duration }) => duration))
    const fps = after.projects[0]?.settings?.fps ?? 24
    for (const type of ['video', 'audio']) {
      const stream = streams.find(({ codec_type }) => codec_type === type)
      expect(Math.abs(Number(stream?.duration) - shots)).toBeLessThanOrEqual(1 / fps + 0.001)
    }
  })

  it(
    'doubles nothing when it runs again',
    async () => {
      const again = await produce(place)
      expect(again).toMatchObject({
        projectId: first.projectId,
        episodeId: first.episodeId,
        scenes: first.scenes,
        characters: first.characters,
        shots: first.shots,
        panels: first.panels,
        dialogueLines: first.dialogueLines,
        outputs: first.outputs,
      })
      const facts = await lookInto(place, ({ payload }) => factsOf(payload))
      expect(faultsOf(facts)).toEqual([])
      expect(countsOf(facts)).toEqual(countsOf(after))
      for (const collection of ['scenes', 'shots', 'panels', 'characters'] as const) {
        expect(facts[collection].map(({ id }) => id).sort()).toEqual(
          after[collection].map(({ id }) => id).sort(),
        )
      }
    },
    RUN_MS,
  )

  it(
    'keeps the scenes and panels that a changed script leaves alone',
    async () => {
      const changed = path.join(place.dir, 'changed', path.basename(SCRIPT))
      fs.mkdirSync(path.dirname(changed))
      const scene = '\n\nINT. CAFE - DAY\n\nIda sleeps over a cold coffee.\n'
      fs.writeFileSync(
        changed,
        `${fs.readFileSync(SCRIPT, 'utf8').replace('then there is silence', 'then it dies')}${scene}`,
      )
      const made = await produce(place, changed)
      expect(made).toMatchObject({
        projectId: first.projectId,
        episodeId: first.episodeId,
        scenes: 5,
        characters: 2,
        dialogueLines: 5,
      })
      const facts = await lookInto(place, ({ payload }) => factsOf(payload))
      expect(facts.scenes.slice(0, 4).map(({ id }) => id)).toEqual(after.scenes.map(({ id }) => id))
      const untouched = after.panels.filter((panel) => relationId(panel.scene) !== after.scenes[2]?.id)
      expect(untouched.length).toBeGreaterThan(0)
      const ids = new Set(facts.panels.map(({ id }) => id))
      expect(untouched.filter(({ id }) => !ids.has(id))).toEqual([])
      expect(facts.panels.filter((panel) => relationId(panel.scene) === facts.scenes[4]?.id).length).toBe(
        facts.shots.filter((shot) => relationId(shot.scene) === facts.scenes[4]?.id).length,
      )
    },
    RUN_MS,
  )
})

describe('an import', () => {
  const place = makePlace()
  afterAll(() => removePlace(place))

  it('tells how many scenes are written, those that were there before too', async () => {
    await lookInto(place, async ({ payload }) => {
      const { ProjectService } = await import('@/database/services/ProjectService')
      const { ScriptService } = await import('@/database/services/ScriptService')
      const project = await new ProjectService({ payload }).create({
        title: 'Ferry',
        status: 'pre-production',
      })
      for (const end of ['then there is silence', 'then it dies']) {
        const told: string[] = []
        const text = fs.readFileSync(SCRIPT, 'utf8').replace('then there is silence', end)
        await new ScriptService({ payload }).import({
          projectId: String(project.id),
          bytes: new TextEncoder().encode(text),
          episodeNumber: 1,
          onProgress: (written, total) => told.push(`${written}/${total}`),
        })
        expect(told).toEqual(['1/4', '2/4', '3/4', '4/4'])
      }
    })
  })
})

describe('showrunner produce without ffmpeg and eSpeak', () => {
  const place = makePlace()
  afterAll(() => removePlace(place))

  it(
    'makes everything but the animatic, with silent lines',
    async () => {
      const bare = path.join(place.dir, 'bin')
      fs.mkdirSync(bare)
      const made = await produce(place, SCRIPT, { ...place.env, PATH: bare })
      expectWholeProduction(made)
      expect(made.outputs.animatic).toBeNull()
      const { stdout } = await startCli(['status', made.episodeId, '--json'], { ...place.env, PATH: bare })
        .ended
      expect(JSON.parse(stdout)).toMatchObject({ state: 'done', withoutAnimatic: 'ffmpeg' })
      expect(fs.existsSync(String(made.outputs.pdf))).toBe(true)
      const facts = await lookInto(place, ({ payload }) => factsOf(payload))
      expect(faultsOf(facts)).toEqual([])
    },
    RUN_MS,
  )
})

describe('showrunner produce with bad input', () => {
  const place = makePlace()
  const write = (name: string, content: string | Buffer): string => {
    const file = path.join(place.dir, name)
    fs.writeFileSync(file, content)
    return file
  }
  afterAll(() => removePlace(place))

  /** One message in plain words, and a database that was not even made. */
  function expectBadInput(end: Ended, file: string, what: RegExp): void {
    expect(end.status, end.stderr).toBe(2)
    expect(end.stdout).toBe('')
    expect(end.stderr).toContain(path.basename(file))
    expect(end.stderr).toMatch(what)
    expect(end.stderr.trim().split('\n')).toHaveLength(1)
    expect(end.stderr).not.toMatch(/^\s+at /m)
    expect(fs.readdirSync(place.dir).filter((name) => name.startsWith('studio.db'))).toEqual([])
    expect(fs.existsSync(place.outDir)).toBe(false)
  }

  const cases: Array<[string, () => string, RegExp]> = [
    ['a missing file', () => path.join(place.dir, 'missing.fountain'), /no such file/],
    ['a folder', () => place.dir, /folder/],
    ['an empty file', () => write('empty.fountain', ''), /empty/],
    ['a blank file', () => write('blank.fountain', ' \n\n\t\n'), /empty/],
    [
      'a binary file',
      () => write('program.fountain', fs.readFileSync(process.execPath).subarray(0, 4_096)),
      /not the text of a script/,
    ],
    [
      // What is clearly windows-1252 is read; half a UTF-8 letter is not.
      'damaged UTF-8',
      () => write('half.fountain', Buffer.from('INT. A - DAY\n\nCaf\xc3\xa9, caf\xc3.\n', 'latin1')),
      /Line 3: .*not valid UTF-8/,
    ],
    [
      'a script without a scene heading',
      () => write('prose.fountain', 'Once upon a time.\n\nThe end.\n'),
      /Line 1: There is no scene heading/,
    ],
    [
      'a line of 50 MB',
      () => write('line.fountain', Buffer.alloc(50 * 1024 * 1024, 'a')),
      /Line 1: The line has 52,428,800 characters/,
    ],
    [
      'a name of 5,000 characters',
      () => write('name.fountain', `INT. A - DAY\n\n${'A'.repeat(5_000)}\nHello.\n`),
      /Line 3: .*5000 characters/,
    ],
  ]
  it.each(cases)('names what is wrong with %s', async (_, file, what) => {
    const script = file()
    expectBadInput(await runCli(produceArgs(place, script), place.env), script, what)
  })

  it.each([
    ['an unknown option', ['produce', SCRIPT, '--pages', '3'], /unknown option '--pages'/],
    ['an unknown command', ['bogus'], /unknown command 'bogus'/],
    ['help for an unknown command', ['bogus', '--help'], /unknown command 'bogus'/],
    ['help for an unknown command, asked the other way', ['help', 'bogus'], /unknown command 'bogus'/],
    ['an empty title', ['import', SCRIPT, '--project', ''], /'--project <title>'.*title that is not empty/],
  ])('names %s', async (_, args, what) => {
    const end = await runCli(args, place.env)
    expect(end).toMatchObject({ status: 2, stdout: '' })
    expect(end.stderr).toMatch(what)
  })

  it('knows no status of an episode that is not there', async () => {
    const env = { ...place.env, DATABASE_URI: `file:${path.join(place.dir, 'status.db')}` }
    const end = await runCli(['status', 'nope', '--json'], env)
    expect(end).toMatchObject({ status: 2, stdout: '', stderr: 'There is no episode with the id nope.\n' })
  })

  it('gives the status of an episode without a run, and of an empty queue', async () => {
    const env = { ...place.env, DATABASE_URI: `file:${path.join(place.dir, 'status.db')}` }
    const imported = await runCli(['import', SCRIPT, '--json'], env)
    const { episodeId } = JSON.parse(imported.stdout)
    const json = await runCli(['status', episodeId, '--json'], env)
    expect(json.status).toBe(0)
    const outputs = { pdf: null, csv: null, animatic: null }
    expect(JSON.parse(json.stdout)).toEqual({ runId: null, episodeId, state: null, outputs })
    const text = await runCli(['status', episodeId], env)
    expect(text.stdout).toBe('Nothing has been produced of this episode yet.\n')
    expect((await runCli(['status'], env)).stdout).toBe('The queue is empty.\n')
  })

  it('tries where the outputs go before it imports anything', async () => {
    const file = write('outputs.txt', '')
    const produced = await runCli(['produce', SCRIPT, '--out', file], place.env)
    const exported = await runCli(['export', 'any', '--out', place.dir], place.env)
    expect(produced).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `--out: ${file} is a file, not a folder.\n`,
    })
    expect(exported).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `--out: ${place.dir} is a folder, not a file.\n`,
    })
    expect(fs.existsSync(path.join(place.dir, 'studio.db'))).toBe(false)
  })

  it('leaves a database with work in it as it was', async () => {
    const file = path.join(place.dir, 'kept.db')
    const env = { ...place.env, DATABASE_URI: `file:${file}` }
    expect((await runCli(['migrate'], env)).status).toBe(0)
    const before = fs.readFileSync(file)
    const end = await runCli(produceArgs(place, write('empty.fountain', '')), env)
    expect(end.status).toBe(2)
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  })
})

describe('showrunner produce on a database it cannot have', () => {
  const place = makePlace()
  afterAll(() => removePlace(place))

  it('says who owns the file while another process has it', async () => {
    const owner = startCli(['worker'], place.env)
    try {
      await owner.says(/is waiting for tasks/)
      const end = await runCli(produceArgs(place), place.env)
      expect(end).toMatchObject({ status: 1, stdout: '' })
      expect(end.stderr).toMatch(/in use by another Showrunner process/)
      expect(end.stderr).toMatch(/one owner at a time/)
      expect(end.stderr).toMatch(/MongoDB/)
    } finally {
      owner.child.kill('SIGTERM')
      expect((await owner.ended).status).toBe(0)
    }
  })

  it('says so where the file is no database, and does not touch it', async () => {
    const file = path.join(place.dir, 'letter.db')
    const letter = 'Dear database, '.repeat(1_000)
    fs.writeFileSync(file, letter)
    const end = await runCli(produceArgs(place), { ...place.env, DATABASE_URI: `file:${file}` })
    expect(end).toMatchObject({ status: 1, stdout: '' })
    expect(end.stderr).toMatch(/letter\.db is not a Showrunner database/)
    expect(fs.readFileSync(file, 'utf8')).toBe(letter)
  })

  it('tries the place of the database before anything else', async () => {
    const { PAYLOAD_SECRET: _, ...env } = place.env
    const file = path.join(place.dir, 'occupied')
    fs.writeFileSync(file, '')
    const end = await runCli(produceArgs(place), {
      ...env,
      DATABASE_URI: `file:${file}/studio.db`,
      MEDIA_DIR: `${file}/media`,
    })
    expect(end).toMatchObject({ status: 2, stdout: '' })
    expect(end.stderr).toContain(`DATABASE_URI: ${file} is a file, not a folder.`)
  })

  it('tries the place of the media before anything else', async () => {
    const file = path.join(place.dir, 'taken')
    fs.writeFileSync(file, '')
    const database = path.join(place.dir, 'untouched.db')
    const end = await runCli(produceArgs(place), {
      ...place.env,
      DATABASE_URI: `file:${database}`,
      MEDIA_DIR: file,
    })
    expect(end).toMatchObject({ status: 2, stdout: '' })
    expect(end.stderr).toContain(`MEDIA_DIR: ${file} is a file, not a folder.`)
    expect(fs.existsSync(database)).toBe(false)
  })

  it('names the variable that is wrong', async () => {
    const end = await runCli(produceArgs(place), { ...place.env, DATABASE_URI: 'postgres://here' })
    expect(end).toMatchObject({ status: 2, stdout: '' })
    expect(end.stderr).toMatch(/DATABASE_URI must start with file: or mongodb:/)
  })
})

const uri = mongoUri('produce')
describe.skipIf(!uri)('showrunner produce on MongoDB (set TEST_MONGODB_URI to run)', () => {
  const place = makePlace(uri ?? undefined)
  afterAll(async () => {
    removePlace(place)
    await dropMongo(String(uri))
  })

  it(
    'makes the same production',
    async () => {
      const made = await produce(place)
      expectWholeProduction(made)
      const facts = await lookInto(place, ({ payload }) => factsOf(payload))
      expect(faultsOf(facts)).toEqual([])
      expect(facts.shots).toHaveLength(made.shots)
    },
    RUN_MS,
  )
})
