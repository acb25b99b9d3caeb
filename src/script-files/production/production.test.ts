import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readScript } from '../readScript'
import { parts, readHeading } from './heading'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/scripts/production/${name}`, import.meta.url))

describe('headings', () => {
  it.each([
    ['1-1 教室 日 内', '1-1', '教室', '日', '内景'],
    ['12－3A、日 外 老街 桥头', '12-3A', '老街 桥头', '日', '外景'],
    ['2-7 医院走廊 夜内', '2-7', '医院走廊', '夜', '内景'],
    ['第1场', '1', '', null, null],
    ['第十二场：车站（黄昏，外）', '十二', '车站', '黄昏', '外景'],
    ['第５場 客廳 夜 內', '5', '客廳', '夜', '内景'],
    ['3. 内景 厨房 清晨', '3', '厨房', '清晨', '内景'],
    ['4、A-3教室 日/夜 内/外', '4', 'A-3教室', '日/夜', '内景/外景'],
    ['5. 内景 教室-日', '5', '教室', '日', '内景'],
    ['6. 内景 灯塔·值班室 夜', '6', '灯塔·值班室', '夜', '内景'],
    ['第7场 钟楼・顶层・黄昏・外', '7', '钟楼・顶层', '黄昏', '外景'],
    ['8-1 书店‧后门 夜‧外', '8-1', '书店‧后门', '夜', '外景'],
    ['9、医院（三楼，走廊） 日 内', '9', '医院（三楼，走廊）', '日', '内景'],
    ['10、医院（三楼） 走廊（夜）', '10', '医院（三楼） 走廊', '夜', null],
    ['11、夜 内 仓库', '11', '仓库', '夜', '内景'],
  ])('%s', (line, sceneNumber, place, time, side) => {
    expect(readHeading(line)).toMatchObject({ sceneNumber, place, time, side })
  })

  it.each(['3、他走进来。', '1、2、3……', '内心很乱。', '外面下着雨', '10年后 他回来了'])(
    '%s is none',
    (line) => {
      expect(readHeading(line)).toBeNull()
    },
  )

  it('a word that only begins like a time stays in the place', () => {
    expect(parts('日月潭 夜市 夜 外')).toEqual({ place: '日月潭 夜市', time: '夜', side: '外景' })
  })
})

it('a production script becomes the same model as any other', async () => {
  const { format, screenplay, text, breakdown } = await readScript(fixture('lamp-boat.txt'), 'lamp-boat.txt')
  expect(format).toBe('production')
  expect(breakdown.title).toBe('灯船')
  expect(breakdown.author).toBe('沈一禾')
  expect(breakdown.sections.map(({ title }) => title)).toEqual(['第一集'])
  expect(breakdown.scenes.map(({ sceneNumber, heading }) => [sceneNumber, heading])).toEqual([
    ['1-1', '外景 码头 - 夜'],
    ['1-2', '内景 船舱 - 夜'],
    ['3', '内景/外景 灯塔 - 清晨'],
  ])
  const [first, second] = breakdown.scenes
  expect(first?.notes).toEqual(['人物：阿棠、老魏'])
  expect(
    first?.lines.map(({ character, extensions, parenthetical, text }) => [
      character,
      extensions,
      parenthetical,
      text,
    ]),
  ).toEqual([
    ['阿棠', [], '', '你来晚了。'],
    ['老魏', ['OS'], '', '路断了。'],
    ['老魏', [], '喘气', '先上船。'],
  ])
  expect(first?.action).toContain('字幕：三年前')
  expect(second?.lines.map(({ character, parenthetical, text }) => [character, parenthetical, text])).toEqual(
    [
      ['阿棠', '冷笑', '就这个？'],
      ['老魏', '', '你再看看底下。'],
      ['画外音', '', '那一夜，谁也没有睡。'],
    ],
  )
  expect(screenplay.elements.filter(({ type }) => type === 'transition')).toHaveLength(1)
  const voice = text.split('\n').findIndex((line) => line.includes('@画外音')) + 1
  expect(breakdown.warnings).toContainEqual({ line: voice, message: expect.stringContaining('who speaks') })
})

it('a heading may be spread over several lines', async () => {
  const { breakdown, format } = await readScript(fixture('spread.txt'))
  expect(format).toBe('production')
  expect(breakdown.scenes.map(({ sceneNumber, heading }) => [sceneNumber, heading])).toEqual([
    ['1', '内景 教室 - 日'],
    ['2', '外景 操场 - 黄昏'],
    ['三', '内景 走廊 - 夜'],
  ])
  expect(breakdown.scenes[1]?.lines[0]?.extensions).toEqual(['内心独白'])
})

describe('a script with its front matter, extensions without brackets, and several in one cue', async () => {
  const { breakdown, format } = await readScript(fixture('ferry-front.txt'))

  it('has neither scenes nor action before its first scene', () => {
    expect(format).toBe('production')
    expect(breakdown.title).toBe('渡口')
    expect(breakdown.scenes.map(({ sceneNumber, location }) => [sceneNumber, location])).toEqual([
      ['1', '渡口'],
      ['2', '船舱'],
    ])
    expect(breakdown.scenes[0]?.action).not.toContain('摆渡人')
    expect(breakdown.notes).toEqual([
      expect.stringMatching(/^人物小传\n阿珍/),
      '故事梗概\n一场大水之后，渡口只剩下三个人。',
    ])
    expect(breakdown.warnings).toEqual([])
  })

  it('knows of its people what the list says of them', () => {
    expect(breakdown.characters.map(({ name, age, gender, looks }) => [name, age, gender, looks])).toEqual([
      ['阿珍', '四十岁左右', 'female', '渡口摆渡人, 寡言'],
      ['周大海', '52', 'male', '退伍船长'],
      ['小满', '9', 'female', '阿珍的女儿'],
      ['路人甲', null, null, null],
      ['路人乙', null, null, null],
    ])
  })

  it('gives each line to who says it, and how', () => {
    const lines = breakdown.scenes[0]?.lines.map(({ speakers, extensions }) => [speakers, extensions])
    expect(lines).toEqual([
      [['阿珍'], []],
      [['周大海'], ['VO']],
      [['阿珍'], ['ＯＳ']],
      [['小满'], ['内心独白']],
      [['周大海'], ['ＯＦＦ']],
      [['阿珍', '小满'], []],
      [['路人甲', '路人乙'], []],
      [['周大海', '阿珍'], []],
      [[], []],
      [['周大海'], []],
    ])
  })

  it('leaves what is remembered and comes back by transitions', () => {
    const beats = breakdown.scenes.flatMap(({ beats }) => beats)
    expect(beats.flatMap((beat) => (beat.type === 'transition' ? [beat.text] : []))).toEqual([
      '【回忆】',
      '【回忆完】',
      '回到现实。',
    ])
  })
})

it.each([
  ['林晓OS', '林晓', 'OS'],
  ['赵敏 V.O.', '赵敏', 'V.O.'],
  ['太郎Ｎ', '太郎', 'Ｎ'],
  ['민수NA', '민수', 'NA'],
  ['顾医生畫外音', '顾医生', '畫外音'],
])('%s is %s, heard as %s, in Fountain too', async (cue, name, extension) => {
  const { breakdown } = await readScript(Buffer.from(`.教室 - 日\n\n安静。\n\n@${cue}\n好。\n`))
  expect(breakdown.characters.map((each) => each.name)).toEqual([name])
  expect(breakdown.scenes[0]?.lines[0]?.extensions).toEqual([extension])
})

it.each(['旁白', '女の声', '電話の男', '小N子', '独白'])('%s is a whole name', async (cue) => {
  const { breakdown } = await readScript(Buffer.from(`.教室 - 日\n\n安静。\n\n@${cue}\n好。\n`))
  expect(breakdown.characters.map((each) => each.name)).toEqual([cue])
})

it('Fountain in Chinese stays Fountain', async () => {
  const text = '.内景 客厅 - 日\n\n安静。\n\n@小明（画外音）\n你好：再见。\n\n.外景 院子 - 夜\n\n△ 雪。\n'
  expect((await readScript(Buffer.from(text))).format).toBe('fountain')
})
