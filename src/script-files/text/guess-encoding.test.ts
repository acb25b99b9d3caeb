import { describe, expect, it } from 'vitest'
import { decodeScript } from './decode'
import { SINGLE_BYTE } from './encodings'
import { decodeAs, guessEncoding } from './guess-encoding'

/** Writes text in an encoding of one byte a letter, which Node only reads. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte -= 1) table.set(decodeAs(encoding, Uint8Array.of(byte)), byte)
  return Uint8Array.from([...text], (character) => {
    const byte = table.get(character)
    if (byte === undefined) throw new Error(`${character} is not in ${encoding}`)
    return byte
  })
}

const SCRIPTS: Array<[name: string, text: string, encodings: string[]]> = [
  [
    'French',
    'INT. GRENIER – NUIT\n\nZOÉ\n« L’échelle… où ça ? » Un œuf tombe.\n',
    ['windows-1252', 'macintosh'],
  ],
  ['German', 'INNEN. HÖHLE - TAG\n\nMÜLLER\nGrüß Gott! „Schön“, weiß er.\n', ['windows-1252', 'macintosh']],
  ['Spanish', 'INT. BAÑO - DÍA\n\nMARÍA\n¿Adónde fue el niño? ¡Mañana!\n', ['windows-1252', 'macintosh']],
  ['English', 'INT. BARN - NIGHT\n\nHANK\nWe don’t know.\n', ['windows-1252', 'macintosh']],
  ['Swedish', 'INT. KÖK - NATT\n\nÅSA\nDet är så här.\n', ['windows-1252', 'macintosh']],
  [
    'Czech',
    'INT. CHATA - VEČER\n\nKůň příšerně řičí.\n\nJIŘÍ\nTo je žluť.\n',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Polish',
    'WN. KUCHNIA - NOC\n\nŻółw śpi, gęś idzie.\n\nŁUCJA\nCóż, źle.\n',
    ['windows-1250', 'iso-8859-2'],
  ],
  ['Turkish', 'İÇ. MUTFAK - GECE\n\nYağmur şimdi yağıyor.\n\nIŞIL\nGörüyor musun?\n', ['windows-1254']],
  [
    'Greek',
    'ΕΣΩΤ. ΚΟΥΖΙΝΑ - ΝΥΧΤΑ\n\nΗ Άννα περιμένει στο παράθυρο.\n\nΑΝΝΑ\nΠού είσαι;\n',
    ['windows-1253'],
  ],
  ['Hebrew', 'פנים. מטבח - לילה\n\nרות נכנסת בשקט אל החדר.\n\nרות\nשלום לכולם.\n', ['windows-1255']],
  [
    'Russian',
    'ИНТ. ДАЧА - ВЕЧЕР\n\nОльга закрывает дверь и молчит.\n\nОЛЬГА\nТы опять опоздал.\n',
    ['windows-1251', 'koi8-u', 'x-mac-cyrillic', 'ibm866', 'iso-8859-5'],
  ],
  [
    'Ukrainian',
    'ІНТ. ХАТА - НІЧ\n\nОлена їсть і мовчить.\n\nОЛЕНА\nЄ ще борщ?\n',
    ['windows-1251', 'koi8-u'],
  ],
]
const CASES = SCRIPTS.flatMap(([name, text, encodings]) =>
  encodings.map((encoding): [string, string, string] => [name, encoding, text]),
)

describe('text in an older encoding', () => {
  it.each(CASES)('%s in %s is read as that, and says so', (_, encoding, text) => {
    const { label } = SINGLE_BYTE.find((each) => each.encoding === encoding) as { label: string }
    const read = decodeScript(encode(text, encoding))
    expect(read.text).toBe(text)
    expect(read.warnings).toEqual([{ line: expect.any(Number), message: expect.stringContaining(label) }])
  })

  it('with the line ends of an old Macintosh', () => {
    const text = 'INT. FORÊT – NUIT\n\nZOË\n“Là-bas…” — it’s late.\n'
    expect(decodeScript(encode(text.replaceAll('\n', '\r'), 'macintosh')).text).toBe(text)
  })

  it.each([
    ['GB 18030', 'b5dacaae3831b3a1a1a20a', null],
    ['Shift JIS', '82b182cc82c682ab90e08ea282cd82a2820a82bb82a482c582b782cb', null],
  ])('%s that is cut or of a few letters is not guessed at', (_, hex, guess) => {
    expect(guessEncoding(Buffer.from(hex, 'hex'))).toBe(guess)
  })

  it('Chinese and Japanese', () => {
    // 小鱼走进来，看着门。我不知道他在说什么。 and はい、そうですね。もう行きます。
    const chinese = 'd0a1d3e3d7dfbdf8c0b4a3acbfb4d7c5c3c5a1a3ced2b2bbd6aab5c0cbfbd4dacbb5cab2c3b4a1a3'
    expect(decodeScript(Buffer.from(chinese, 'hex')).text).toBe('小鱼走进来，看着门。我不知道他在说什么。')
    const japanese = '82cd82a2814182bb82a482c582b782cb81428de082a48d7382ab82dc82b78142'
    expect(guessEncoding(Buffer.from(japanese, 'hex'))?.encoding).toBe('shift_jis')
  })

  it('is refused where it could be one thing or another', () => {
    // In no alphabet do these stand together.
    expect(() => decodeScript(Buffer.from('INT. A - DAY\n\n\xf7\xa4\xd7\xac\n', 'latin1'))).toThrow(
      /Line 3: Byte 14 of the file \(0xF7\) is not valid UTF-8.*Save the script as UTF-8/,
    )
  })

  it('UTF-8 that was damaged is not taken for something else', () => {
    const bytes = Buffer.from('INT. CAFÉ - NUIT\n\nZoë, été, où.\n')
    bytes[bytes.length - 4] = 0x3f
    expect(() => decodeScript(bytes)).toThrow(/Line 3: .*not valid UTF-8/)
  })
})

describe('UTF-16 without a byte order mark', () => {
  it.each([
    ['English', 'INT. BARN - DAY\n\nHANK\n“Yes.”\n'],
    ['Russian', 'ИНТ. ДАЧА - ДЕНЬ\n\nОЛЬГА\nДа.\n'],
    ['Chinese', '内景 一个厨房 - 夜\n\n小鱼\n一点也不。\n'],
    ['Korean', '실내. 가게 - 밤\n\n민수가 들어온다.\n'],
  ])('%s is known by its NULs', (_, text) => {
    const little = Buffer.from(text, 'utf16le')
    expect(decodeScript(little)).toMatchObject({
      text,
      warnings: [{ message: expect.stringMatching(/UTF-16LE/) }],
    })
    expect(decodeScript(Buffer.from(little).swap16()).warnings[0]?.message).toMatch(/UTF-16BE/)
  })

  it('and text with stray NULs is not', () => {
    expect(() => decodeScript(Buffer.from('INT. A - DAY\n\0\n\0\nHello there.\0\n'))).toThrow(/NUL/)
  })
})
