/** An encoding of one byte a letter that scripts were saved in before UTF-8. Names are those of the WHATWG. */
export interface SingleByteEncoding {
  encoding: string
  /** For people: `Western European (windows-1252)`. */
  label: string
  /** The lower-case letters beyond ASCII of each language that is written in it. */
  languages: readonly string[]
  /** Letters that make up most of any text, where all letters are beyond ASCII. */
  common?: string
}

const WESTERN = [
  'àâæçéèêëîïôœùûü', // French
  'äöüßé', // German
  'áéíñóúü', // Spanish
  'áâãàçéêíóôõúü', // Portuguese
  'àèéìíîòóùú', // Italian
  'éëèêïöüóáí', // Dutch
  'åäöé', // Swedish, Finnish
  'æøåéèêóòâô', // Danish, Norwegian
  'áðéíóúýþæö', // Icelandic
  'àçéèíïóòúü', // Catalan
  'éèêëïçñöôûüäå', // loans and names in English
]
const CENTRAL = [
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíľňóôšťúýž', // Slovak, without its rarest: ĺ and ŕ
  'ąćęłńóśźż', // Polish
  'áéíóöőúüű', // Hungarian
  'čćđšž', // Croatian, Slovene, Bosnian
  'ăâîşţ', // Romanian
  'äöüß', // German
]
const CYRILLIC = [
  'абвгдежзийклмнопрстуфхцчшщъыьэюяё', // Russian, Bulgarian
  'абвгдежзийклмнопрстуфхцчшщьюяіїєґ', // Ukrainian
  'абвгдежзйклмнопрстуфхцчшыьэюяёіў', // Belarusian
  'абвгдежзиклмнопрстуфхцчшђјљњћџѓќѕ', // Serbian, Macedonian
]
const COMMON_CYRILLIC = 'оеаинтсрвлкмдпуяіь'

/** Where two give the same text, the first is named. */
export const SINGLE_BYTE: readonly SingleByteEncoding[] = [
  { encoding: 'windows-1252', label: 'Western European (windows-1252)', languages: WESTERN },
  { encoding: 'macintosh', label: 'Western European (Mac Roman)', languages: WESTERN },
  {
    encoding: 'windows-1251',
    label: 'Cyrillic (windows-1251)',
    languages: CYRILLIC,
    common: COMMON_CYRILLIC,
  },
  { encoding: 'windows-1250', label: 'Central European (windows-1250)', languages: CENTRAL },
  { encoding: 'windows-1254', label: 'Turkish (windows-1254)', languages: ['çğıİöşüâîû'] },
  {
    encoding: 'windows-1257',
    label: 'Baltic (windows-1257)',
    languages: ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž'],
  },
  {
    encoding: 'windows-1253',
    label: 'Greek (windows-1253)',
    languages: ['αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ'],
    common: 'αοιετσςνηυρπκάίόέ',
  },
  {
    encoding: 'windows-1255',
    label: 'Hebrew (windows-1255)',
    languages: ['אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
    common: 'יוהלאמםרתבנןש',
  },
  {
    encoding: 'windows-1256',
    label: 'Arabic (windows-1256)',
    languages: ['ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگک'],
    common: 'اليمونرتبدسعهةکی',
  },
  { encoding: 'koi8-u', label: 'Cyrillic (KOI8)', languages: CYRILLIC, common: COMMON_CYRILLIC },
  { encoding: 'x-mac-cyrillic', label: 'Cyrillic (Macintosh)', languages: CYRILLIC, common: COMMON_CYRILLIC },
  {
    encoding: 'ibm866',
    label: 'Cyrillic (DOS, code page 866)',
    languages: CYRILLIC,
    common: COMMON_CYRILLIC,
  },
  { encoding: 'iso-8859-5', label: 'Cyrillic (ISO 8859-5)', languages: CYRILLIC, common: COMMON_CYRILLIC },
  { encoding: 'iso-8859-2', label: 'Central European (ISO 8859-2)', languages: CENTRAL },
]

/** An encoding of several bytes a character. */
export interface MultiByteEncoding {
  encoding: string
  label: string
  /** Characters that make up a good part of any text in the language, and next to none of a misread one. */
  common: RegExp
}

export const MULTI_BYTE: readonly MultiByteEncoding[] = [
  {
    encoding: 'gb18030',
    label: 'Chinese (GB 18030)',
    common:
      /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日夜内外景门室头手问笑走话见听老回声身眼，。：！？、（）“”]/u,
  },
  {
    encoding: 'big5',
    label: 'Chinese (Big5)',
    common:
      /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日夜內外景門室頭手問笑走話見聽老回聲身眼，。：！？、（）「」]/u,
  },
  { encoding: 'shift_jis', label: 'Japanese (Shift JIS)', common: /[\u3041-\u30f6ー、。「」]/u },
  { encoding: 'euc-jp', label: 'Japanese (EUC)', common: /[\u3041-\u30f6ー、。「」]/u },
  {
    encoding: 'euc-kr',
    label: 'Korean (EUC-KR)',
    common:
      /[이다는을가에의은하고지를도로서한어나있그사아라기자들시것수해대정인리보주일부제전안여원니면게만장상으요네야했오세무너내음려와녕온방실문밤낮말]/u,
  },
]
