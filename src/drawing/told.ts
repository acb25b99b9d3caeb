import type { PanelBrief } from '@/contracts'
import { isWear } from './figure/wear'

type Person = PanelBrief['characters'][number]

/**
 * A brief with what the words of the shot and the scene tell of those in frame: what they are introduced wearing, and who
 * is there without a name (`A priest. Two skiers.`).
 */
export function withTold(brief: PanelBrief): PanelBrief {
  if (brief.characters.length === 0) return { ...brief, characters: unnamedIn(brief) }
  const text = `${brief.description}\n${brief.setting ?? ''}`.slice(0, 3_000)
  const characters = brief.characters.map((person) => {
    // What is told wins; a PRIEST of whom nothing is told is dressed as one.
    const isDressed = isWear((person.description ?? '').toLowerCase())
    const worn = wornIn(text, person) ?? (isDressed ? null : roleWear(person.name))
    if (!worn) return person
    return { ...person, description: [person.description, worn].filter(Boolean).join(', ') }
  })
  if (!SHOWS_MORE.has(brief.size)) return { ...brief, characters }
  const known = characters
    .flatMap(({ name, displayName }) => [name, displayName ?? name])
    .map((each) => each.toLowerCase())
  const others = unnamedIn(brief).filter(
    ({ name }) => !/^the /i.test(name) && !known.some((each) => name.toLowerCase().includes(each)),
  )
  return { ...brief, characters: [...characters, ...others].slice(0, Math.max(MOST, characters.length)) }
}

/** Sizes in which there is room for those who stand about. */
const SHOWS_MORE: ReadonlySet<PanelBrief['size']> = new Set(['MLS', 'FS', 'LS'])

/** `IDA (50), red beanie, coils a rope`, `Per's arm is in a sling`, `Ida in a yellow coat`. */
function wornIn(text: string, person: Person): string | null {
  for (const name of new Set([person.displayName, person.name])) {
    if (!name?.trim()) continue
    const escaped = name
      .trim()
      .slice(0, 100)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const introduced = new RegExp(
      `(?<![\\p{L}\\p{N}])${escaped}(?:['’]s (?=[^.\\n]{0,20}\\bin a)|(?:\\s*(\\([^)\\n]{0,80}\\)))?(?:,\\s*|\\s+(?:is )?(?:in|wears?|wearing|dressed in|with)\\s+|(?<=\\))))([^.;!?\\n]{0,160})`,
      'giu',
    )
    for (const match of text.matchAll(introduced)) {
      const worn = [...(match[1]?.slice(1, -1).split(',') ?? []), ...wearFirst(match[2] ?? '')].filter(
        (phrase) => isWear(phrase.toLowerCase()),
      )
      if (worn.length > 0)
        return worn
          .map((phrase) => (/^\s*(?:in|with) /.test(phrase) ? phrase : `in ${phrase.trim()}`))
          .join(', ')
    }
  }
  return null
}

/** Phrases right behind a name, as far as they are of clothes: what is done comes after. */
function wearFirst(behind: string): string[] {
  const phrases: string[] = []
  for (const phrase of behind.split(',')) {
    const looks = phrase.split(/\s(?:and|who|as|while)\s/)[0] ?? ''
    if (!isWear(looks.toLowerCase())) break
    phrases.push(looks.trim())
  }
  return phrases
}

const ONE =
  'man|woman|boy|girl|child|kid|priest|bride|groom|soldier|guard|waiter|waitress|nurse|doctor|policeman|policewoman|cop|officer|driver|fisherman|fishwife|sailor|passenger|tourist|stranger|customer|student|teacher|worker|farmer|hunter|dancer|singer|musician|nun|monk|bartender|clerk|captain|skier|cyclist|runner|beggar|vendor|butcher|baker|cook|chef|king|queen|judge|lawyer|thief|pilot|porter|conductor|couple|family'
const MANY =
  'men|women|boys|girls|children|kids|priests|soldiers|guards|waiters|nurses|doctors|policemen|cops|officers|drivers|fishermen|sailors|passengers|tourists|strangers|customers|students|workers|farmers|hunters|dancers|singers|musicians|nuns|monks|skiers|cyclists|runners|beggars|vendors|traders|cooks|guests|people|villagers|commuters|crowd|audience|onlookers|mourners'
const UNNAMED = new RegExp(
  `(?<![\\p{L}])(?:(an?|the|another|one|two|three|four|some|many)\\s+)?((?:(?!(?:of|and|in|on|at|with|to|for)\\b)\\p{L}[\\p{L}-]*\\s+){0,2})(${ONE}|${MANY})(?![\\p{L}'’])`,
  'giu',
)
/** What people are known by, where nobody says what they wear. */
const ROLE_WEAR: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bnuns?\b/i, 'in a black habit, black headscarf'],
  [/\b(?:priests?|monks?|vicar|bishop)\b/i, 'in a black cassock'],
  [/\bnurses?\b/i, 'in a white dress, white cap'],
  [/\b(?:doctors?|dr|surgeon|scientist|pharmacist)\b/i, 'in a white lab coat'],
  [/\bsoldiers?\b/i, 'in olive uniform, olive helmet'],
  [/\b(?:police\w*|cops?|officers?|guards?|constable)\b/i, 'in navy uniform, navy cap'],
  [
    /\b(?:waiters?|waitress|bartender|barman|barmaid)\b/i,
    'in a black waistcoat over a white shirt, white apron',
  ],
  [/\b(?:chefs?|cooks?|butchers?|bakers?|fishwife|vendors?|traders?)\b/i, 'in a white apron'],
  [/\b(?:fisherm[ae]n|sailors?)\b/i, 'in yellow oilskins, navy beanie'],
  [/\bbrides?\b/i, 'in a wedding dress, veil'],
  [/\bgrooms?\b/i, 'in a black suit'],
  [/\b(?:kings?|queens?)\b/i, 'in a golden crown, purple cloak'],
  [
    /\b(?:workers?|builders?|miners?|firem[ae]n|firefighters?)\b/i,
    'in a yellow helmet, high-visibility vest',
  ],
  [/\bcaptain\b/i, 'in a navy jacket, white cap'],
  [/\b(?:conductor|drivers?|porters?|postman)\b/i, 'in a navy jacket, navy cap'],
  [/\bskiers?\b/i, 'in a red anorak, blue beanie'],
  [/\bsheriff\b/i, 'in a brown hat, badge'],
]
const roleWear = (name: string): string | null => ROLE_WEAR.find(([role]) => role.test(name))?.[1] ?? null

const COUNTS: Record<string, number> = { two: 2, three: 3, four: 4 }
const MOST = 5

/** People whom only the shot's words know, as far as somebody shows them: no voice from nowhere, no establishing shot. */
function unnamedIn({ description, size }: PanelBrief): Person[] {
  const words = description.slice(0, 600)
  if (/^establishing\b/i.test(words) || /\bis heard\b/i.test(words) || size === 'ECU' || size === 'ELS')
    return []
  const people: Person[] = []
  for (const match of words.matchAll(UNNAMED)) {
    const [whole, article = '', adjectives = '', noun = ''] = match
    const before = words.slice(Math.max(0, match.index - 24), match.index)
    // `the photograph of a girl`, `taller than a man`: not there.
    if (/\b(?:of|than|like|as|for|by|a|no)\s*$|(?:picture|portrait|statue)\b/i.test(before)) continue
    const isMany = new RegExp(`^(?:${MANY}|couple|family)$`, 'i').test(noun)
    if (!isMany && article === '' && match.index > 0 && !/[.!?]\s*$/.test(before)) continue
    const rest = words.slice(match.index + whole.length).split(/[.!?;]/)[0] ?? ''
    const wear = roleWear(noun)
    const count = COUNTS[article.toLowerCase()] ?? (isMany ? (/^(?:couple)$/i.test(noun) ? 2 : 3) : 1)
    for (let index = 0; index < count && people.length < MOST; index += 1)
      people.push({
        name: isMany ? `${whole.trim()} ${index + 1}` : whole.trim(),
        isSpeaking: false,
        description:
          [isMany ? '' : `${adjectives}${noun}`, isMany ? '' : rest.slice(0, 120), wear]
            .filter(Boolean)
            .join(', ') || null,
      })
  }
  return people
}
