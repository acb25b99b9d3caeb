import type { Language } from './Language'

export const ja: Language = {
  code: 'ja',
  name: 'Japanese',
  headings: { interior: '屋内, 室内, 内', exterior: '屋外, 室外, 外', both: '屋内屋外, 内外' },
  sceneWords: 'シーン, S',
  sidesBehind: { interior: '中, 内部, 室内, 屋内', exterior: '外, 表, 外観, 屋外' },
  times: {
    dawn: '夜明け, 明け方, 早朝, 暁, 日の出, 未明, 夜明け前',
    morning: '朝, 午前, 翌朝',
    day: '日, 昼, 昼間, 日中, 翌日, デイ',
    noon: '正午, 真昼, お昼',
    afternoon: '午後, 昼過ぎ, 昼下がり',
    dusk: '夕, 夕方, 夕暮れ, 日没, 黄昏, 夕刻, マジックアワー',
    evening: '晩, 宵, 今晩',
    night: '夜, 深夜, 夜中, 夜更け, 真夜中, 夜間, ナイト',
    midnight: '午前零時, 零時',
    continuous: '続き, 連続, 引き続き',
    later: '後, その後, 数分後, 数時間後, 数日後, しばらく後, 少し後, 後刻',
    earlier: '前, その前, 少し前',
    same: '同時刻, 同時, その頃, 一方, 同, 現在',
  },
  ambiguousTimes: '後, 前, 同',
  besideTime: '翌, 同じ, 別の, ある, 次の, 数',
  modifiers: '回想, 現在, 過去, 未来, 夢, 悪夢, 空想, 幻想, 雨, 雪, 霧, 嵐, 走行中, 資料映像, モンタージュ',
  extensions: {
    voiceOver: 'N, M, ナレーション, ナレ, モノローグ, 心の声, VO, V.O.',
    offScreen: 'OFF, オフ, 画面外, 声, 声のみ, OS, 電話',
    continued: '続けて, 続き, つづき, 続く',
    more: '次頁へ, つづく',
  },
  gluedExtensions: 'N, M, V.O., VO, OFF, OS, ナレーション, モノローグ',
  transitions:
    'カット, カットトゥ, ディゾルブ, オーバーラップ, O.L., F.O., フェードアウト, 暗転, 溶暗, ワイプ, カットバック',
  openings: 'フェードイン, F.I., 溶明, 明転',
  titlePage: {
    title: '題名, タイトル, 作品名',
    author: '作者, 脚本, 著者, 作, 脚本家',
    others: '原作, 出典, 備考, メモ, 稿, 版, 日付, 連絡先, 著作権, 話数, 制作, 監督, 登場人物',
  },
  castList: {
    headings: '登場人物, 人物, 人物表, 登場人物表, 配役, キャスト, 人物紹介',
    female: '女, 女性, 女子, 少女',
    male: '男, 男性, 男子, 少年',
    years: '歳, 才, 歳くらい, 代',
  },
  groups: '全員, 一同, 二人, 三人, みんな, 皆, 両者',
  and: 'と, 及び, および',
  markers: {
    alone:
      '回想終り, 回想明け, 回想戻り, 回想終, 終, 終わり, 完, 字幕, テロップ, タイトル, インサート, アップ, 回想, 回想終わり, モンタージュ, 暗転, 沈黙, 間, 主観, 空舞台',
    begins: 'テロップ, インサート, アップ',
    ends: '主観, 視点',
  },
  omitted: '欠番, 削除, カット済',
  common: 'の, は, が, を, に, で, と, も, です, ます, する, いる, から, まで, ない, この, その, よ, ね, か',
}
