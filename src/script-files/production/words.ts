/** Words of Chinese production scripts, simplified and traditional: data, so that one more is a word more. */

/** What stands in a heading for the time of the scene. */
export const TIMES = new Set(
  (
    '日 夜 晨 昏 早 午 晚 晨昏 白天 夜晚 早上 早晨 清晨 凌晨 黎明 拂晓 拂曉 上午 中午 正午 下午 午后 午後 傍晚 黄昏 黃昏 ' +
    '日落 日出 晚上 夜里 夜裡 深夜 半夜 午夜 当日 當日 次日 翌日 日景 夜景 同时 同時 稍后 稍後 片刻后 连续 連續'
  ).split(' '),
)

/** Interior and exterior, and how a heading says it in full. */
export const SIDES = new Map([
  ...['内', '內', '内景', '內景', '室内', '室內', '屋内', '屋內', '内戏'].map((word): [string, string] => [
    word,
    '内景',
  ]),
  ...['外', '外景', '室外', '屋外', '户外', '戶外', '外戏'].map((word): [string, string] => [word, '外景']),
  ...['内外', '內外', '内/外', '內/外', '外/内', '外/內', '内外景', '內外景', '内景/外景', '內景/外景'].map(
    (word): [string, string] => [word, '内景/外景'],
  ),
])

/** Behind a name: how a line is heard. Anything else in brackets is a direction to the actor. */
export const EXTENSIONS = new Set(
  (
    'OS O.S. O.S OFF VO V.O. V.O OC O.C. 画外音 畫外音 画外 畫外 旁白 独白 獨白 内心 內心 心声 心聲 内心独白 內心獨白 内心OS ' +
    '电话 電話 电话中 電話中 电话里 电话音 广播 廣播 录音 錄音 唱 续 續'
  ).split(' '),
)

/** Before a colon: what is no person. Their lines are action. */
export const NO_PERSON = new Set(
  (
    '字幕 片名 标题 標題 剧名 劇名 时间 時間 地点 地點 场景 場景 场次 場次 景别 景別 音乐 音樂 音效 效果 声音 聲音 镜头 鏡頭 ' +
    '特写 特寫 近景 中景 全景 远景 遠景 空镜 空鏡 画面 畫面 转场 轉場 切 切至 闪回 閃回 注 备注 備註 说明 說明 提示 插入 黑场 黑場 OS'
  ).split(' '),
)

/** Lists that stand under a heading: who and what the scene needs. They are kept as notes. */
export const LISTS = new Set(
  (
    '人物 角色 演员 演員 出场人物 出場人物 登场人物 登場人物 主要人物 群演 群众演员 道具 服装 服裝 化妆 化妝 服化道 ' +
    '车辆 車輛 特效 备注 備註'
  ).split(' '),
)

/** Lines under a heading that say one part of it, where it is spread over several. */
export const HEADING_LABELS = new Map<string, 'place' | 'time' | 'side'>([
  ...['地点', '地點', '场景', '場景', '景'].map((word): [string, 'place'] => [word, 'place']),
  ...['时间', '時間', '日/夜', '日夜', '时'].map((word): [string, 'time'] => [word, 'time']),
  ...['内/外', '内外', '內外', '內/外', '景别', '景別'].map((word): [string, 'side'] => [word, 'side']),
])

/** Heads a summary before the first scene. */
export const FRONT = new Set(
  (
    '故事梗概 剧情梗概 劇情梗概 梗概 故事大纲 故事大綱 大纲 大綱 剧情简介 劇情簡介 故事简介 故事簡介 简介 簡介 主题 主題 一句话故事 ' +
    '故事背景 时代背景 時代背景 创作说明 創作說明'
  ).split(' '),
)

/** What is left and come back to, with the words for its end: 闪回, 闪回完, 回忆结束, 梦境开始. */
const ELSEWHERE = '(?:闪回|閃回|闪前|閃前|回忆|回憶|倒叙|倒敘|插叙|插敘|梦境|夢境|幻想|想象|想像|蒙太奇)'
const OVER = '(?:完|毕|畢|完毕|完畢|结束|結束|止|终|終|开始|開始|起|出|入)?'
export const TRANSITION = new RegExp(
  '^[（(【\\[]?(?:切至|切到|切入|切出|切|切回|跳切|硬切|淡入|淡出|渐显|渐隐|叠化|疊化|溶至|化入|化出|黑场|黑場|转场|轉場|' +
    `闪出|閃出|闪入|閃入|${ELSEWHERE}${OVER}|(?:切回|回到|返回)(?:现实|現實|现在|現在|当下|當下|主线|主線))[）)】\\]]?[：:。.]?$`,
)
export const THE_END =
  /^[（(【\s—-]*(?:全剧终|全劇終|剧终|劇終|完|本集完|全片完|终|終|未完待续|未完待續)[）)】。\s—-]*$/
