/** What a paragraph is, as the template of a word processor or a screenwriting program names it. */
export type StyleRole =
  | 'heading'
  | 'action'
  | 'character'
  | 'parenthetical'
  | 'dialogue'
  | 'transition'
  | 'lyrics'
  | 'centered'
  | 'section'
  | 'title'
  | 'author'

/** Style names in lower case, without digits and what programs put before them; one row a role. */
const NAMES: Readonly<Record<StyleRole, string>> = {
  heading:
    'scene heading|sceneheading|scene header|scene|slug|slugline|slug line|szenenüberschrift|szenenkopf|szene|' +
    'intitulé|intitulé de scène|séquence|encabezado|encabezado de escena|cabeçalho|cabeçalho de cena|' +
    'intestazione scena|scènekop|nagłówek sceny|заголовок сцены|место и время|场景标题|场景|柱',
  action:
    'action|actions|scene action|description|stage direction|stage directions|narrative|general|shot|handlung|aktion|' +
    'regieanweisung|didascalie|acción|acotación|ação|azione|действие|описание|ремарка|动作|描述|ト書き',
  character:
    'character|character name|character cue|speaker|cue|figur|rolle|charakter|figurenname|personnage|personaje|' +
    'personagem|personaggio|personage|postać|персонаж|имя персонажа|имя героя|герой|人物|角色',
  parenthetical:
    'parenthetical|parentheticals|wryly|personal direction|klammer|klammern|parenthese|parenthèse|paréntesis|' +
    'parêntesis|parentesi|ремарка в диалоге|пояснение|括号',
  dialogue:
    'dialogue|dialog|dialogues|dialogo|diálogo|dialogi|speech|réplique|диалог|реплика|对白|对话|台词|セリフ',
  transition: 'transition|transitions|übergang|überblendung|transición|transição|transizione|переход|转场',
  lyrics: 'lyrics|lyric|song|liedtext|paroles|letra',
  centered: 'centered|centred|center|zentriert',
  section: 'act|new act|end of act|act break|akt|acte|acto|section|outline|sequence heading',
  title: 'title|titel|titre|título|titolo|script title|название|标题|表題',
  author: 'author|byline|written by|autor|auteur|автор|作者',
}

const ROLES: ReadonlyMap<string, StyleRole> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split('|').map((name): [string, StyleRole] => [name, role as StyleRole]),
  ),
)
const BEFORE =
  /^(?:screenplay|script|scriptwriting|sp|ft|fd|fs|celtx|wd|final draft|fade in|drehbuch)[\s_:.-]+/

/** @returns null for a name that says nothing of screenplays: `Normal`, `Heading 1`, `List Paragraph`. */
export function roleOf(styleName: string | null): StyleRole | null {
  if (!styleName || styleName.length > 80) return null
  const name = styleName
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/\s*\d+\s*$/, '')
    .trim()
  return ROLES.get(name.replace(BEFORE, '')) ?? null
}
