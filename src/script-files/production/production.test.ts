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

it('Fountain in Chinese stays Fountain', async () => {
  const text = '.内景 客厅 - 日\n\n安静。\n\n@小明（画外音）\n你好：再见。\n\n.外景 院子 - 夜\n\n△ 雪。\n'
  expect((await readScript(Buffer.from(text))).format).toBe('fountain')
})
