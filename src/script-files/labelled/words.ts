/** What a label means. */
export type Label = 'place' | 'time' | 'side' | 'people' | 'action' | 'title' | 'author' | 'contact' | 'date'

interface Language {
  /** For upper case. */
  code: string
  scene: string
  act: string
  labels: Partial<Record<Label, string>>
  int: string
  ext: string
}

/** One entry a language; words are parted by a bar, all in lower case. */
const LANGUAGES: readonly Language[] = [
  {
    code: 'en',
    scene: 'scene',
    act: 'act|part|episode',
    labels: {
      place: 'location|place|setting|set|where|loc',
      time: 'time|time of day|when|day/night',
      side: 'int/ext|int./ext.|interior/exterior',
      people: 'characters|character|cast|people|present|characters present',
      action: 'action|description|visual|visuals|stage direction|stage directions',
      title: 'title',
      author: 'author|written by|writer|by',
      contact: 'contact',
      date: 'draft date|date|draft',
    },
    int: 'int|int.|interior|inside|indoors',
    ext: 'ext|ext.|exterior|outside|outdoors',
  },
  {
    code: 'de',
    scene: 'szene|bild',
    act: 'akt|aufzug|teil|folge',
    labels: {
      place: 'ort|schauplatz|drehort',
      time: 'zeit|tageszeit|wann',
      side: 'innen/außen|innen/aussen',
      people: 'personen|figuren|rollen|darsteller',
      action: 'handlung|aktion|regieanweisung|beschreibung',
      title: 'titel',
      author: 'autor|autorin|von|buch|drehbuch',
      date: 'datum|fassung',
    },
    int: 'innen|innen.',
    ext: 'außen|aussen|außen.',
  },
  {
    code: 'fr',
    scene: 'scène|séquence|sequence',
    act: 'acte|partie|épisode',
    labels: {
      place: 'lieu|décor|endroit',
      time: 'temps|moment|heure|quand',
      side: 'int/ext|intérieur/extérieur',
      people: 'personnages|personnage|distribution',
      action: 'action|description|didascalie|didascalies',
      title: 'titre',
      author: 'auteur|autrice|auteure|écrit par|scénario',
    },
    int: 'intérieur|int|int.',
    ext: 'extérieur|ext|ext.',
  },
  {
    code: 'es',
    scene: 'escena|secuencia',
    act: 'acto|parte|episodio',
    labels: {
      place: 'lugar|localización|locación|ubicación|escenario',
      time: 'tiempo|hora|momento|cuándo',
      side: 'int/ext|interior/exterior',
      people: 'personajes|personaje|reparto',
      action: 'acción|descripción|acotación',
      title: 'título',
      author: 'autor|autora|escrito por|guion|guión',
    },
    int: 'interior|int|int.',
    ext: 'exterior|ext|ext.',
  },
  {
    code: 'pt',
    scene: 'cena|sequência',
    act: 'ato|acto|parte|episódio',
    labels: {
      place: 'local|lugar|locação|cenário',
      time: 'tempo|hora|horário|período',
      people: 'personagens|personagem|elenco',
      action: 'ação|descrição|rubrica',
      title: 'título',
      author: 'autor|autora|escrito por|roteiro',
    },
    int: 'interior|interno',
    ext: 'exterior|externo',
  },
  {
    code: 'it',
    scene: 'scena',
    act: 'atto|parte|episodio',
    labels: {
      place: 'luogo|ambiente|ambientazione',
      time: 'tempo|ora|momento|quando',
      people: 'personaggi|personaggio',
      action: 'azione|descrizione|didascalia',
      title: 'titolo',
      author: 'autore|autrice|scritto da|sceneggiatura',
    },
    int: 'interno',
    ext: 'esterno',
  },
  {
    code: 'nl',
    scene: 'scène|scene',
    act: 'akte|bedrijf|deel|aflevering',
    labels: {
      place: 'plaats|locatie',
      time: 'tijd|tijdstip',
      people: 'personages|rollen|personen',
      action: 'actie|handeling',
      title: 'titel',
      author: 'auteur',
    },
    int: 'binnen|interieur',
    ext: 'buiten|exterieur',
  },
  {
    code: 'sv',
    scene: 'scen|scene|sekvens',
    act: 'akt|del|avsnitt',
    labels: {
      place: 'plats|sted',
      time: 'tid|tidpunkt',
      people: 'roller|personer|karaktärer|karakterer',
      action: 'handling',
      title: 'titel|tittel',
      author: 'författare|forfatter|av|af',
    },
    int: 'inne|inomhus|interiör|innendørs|indendørs',
    ext: 'ute|utomhus|exteriör|utendørs|udendørs',
  },
  {
    code: 'fi',
    scene: 'kohtaus',
    act: 'näytös|osa|jakso',
    labels: {
      place: 'paikka',
      time: 'aika',
      people: 'henkilöt|roolit',
      action: 'toiminta',
      title: 'nimi',
      author: 'kirjoittaja|käsikirjoitus',
    },
    int: 'sisä|sisällä',
    ext: 'ulko|ulkona',
  },
  {
    code: 'pl',
    scene: 'scena',
    act: 'akt|część|odcinek',
    labels: {
      place: 'miejsce',
      time: 'czas|pora|pora dnia',
      people: 'postacie|postaci|osoby',
      action: 'akcja|opis|didaskalia',
      title: 'tytuł',
      author: 'autor|autorka|scenariusz',
    },
    int: 'wnętrze|wn|wn.',
    ext: 'plener|pl.',
  },
  {
    code: 'cs',
    scene: 'scéna|obraz',
    act: 'akt|dějství|část|díl',
    labels: {
      place: 'místo|miesto',
      time: 'čas|doba',
      people: 'postavy|osoby',
      action: 'děj|akce|popis',
      title: 'název',
      author: 'autor|autorka|scénář',
    },
    int: 'interiér|uvnitř',
    ext: 'exteriér|venku',
  },
  {
    code: 'ru',
    scene: 'сцена|эпизод|картина',
    act: 'акт|действие|часть|серия|дія|частина|серія',
    labels: {
      place: 'место|место действия|локация|где|місце|місце дії',
      time: 'время|время действия|когда|час|час дії',
      people: 'персонажи|действующие лица|герои|персонажі|дійові особи',
      action: 'действие|описание|ремарка|дія|опис',
      title: 'название|назва',
      author: 'автор|сценарий|сценарій',
    },
    int: 'инт|инт.|интерьер|внутри|інт|інт.|інтер’єр|павильон',
    ext: 'нат|нат.|натура|экстерьер|снаружи|екст|екст.|екстер’єр',
  },
  {
    code: 'tr',
    scene: 'sahne',
    act: 'perde|bölüm',
    labels: {
      place: 'yer|mekan|mekân',
      time: 'zaman|saat',
      people: 'karakterler|kişiler|oyuncular',
      action: 'aksiyon|eylem',
      title: 'başlık',
      author: 'yazar|yazan|senaryo',
    },
    int: 'iç|iç mekan',
    ext: 'dış|dış mekan',
  },
  {
    code: 'el',
    scene: 'σκηνή',
    act: 'πράξη|μέρος|επεισόδιο',
    labels: {
      place: 'τόπος|τοποθεσία|χώρος',
      time: 'χρόνος|ώρα',
      people: 'χαρακτήρες|πρόσωπα',
      action: 'δράση',
      title: 'τίτλος',
      author: 'συγγραφέας|σενάριο',
    },
    int: 'εσωτερικό|εσωτ|εσωτ.',
    ext: 'εξωτερικό|εξωτ|εξωτ.',
  },
  {
    code: 'he',
    scene: 'סצנה|סצינה|תמונה',
    act: 'מערכה|פרק|חלק',
    labels: {
      place: 'מקום|מיקום',
      time: 'זמן|שעה',
      people: 'דמויות|משתתפים',
      action: 'פעולה|תיאור',
      title: 'כותרת|שם',
      author: 'מאת|כותב',
    },
    int: 'פנים',
    ext: 'חוץ',
  },
  {
    code: 'ar',
    scene: 'مشهد|المشهد',
    act: 'فصل|الفصل|جزء|حلقة|الحلقة',
    labels: {
      place: 'المكان|مكان|الموقع',
      time: 'الزمان|الوقت|زمان|وقت',
      people: 'الشخصيات|شخصيات',
      action: 'الحدث|وصف',
      title: 'العنوان|عنوان',
      author: 'تأليف|المؤلف|الكاتب',
    },
    int: 'داخلي',
    ext: 'خارجي',
  },
  {
    code: 'hi',
    scene: 'दृश्य|सीन',
    act: 'अंक|भाग|एपिसोड',
    labels: {
      place: 'स्थान|जगह',
      time: 'समय',
      people: 'पात्र',
      action: 'क्रिया|विवरण',
      title: 'शीर्षक',
      author: 'लेखक',
    },
    int: 'अंदर|आंतरिक',
    ext: 'बाहर|बाहरी',
  },
  {
    code: 'ja',
    scene: 'シーン|場面|場',
    act: '幕|第一幕|話',
    labels: {
      place: '場所|舞台',
      time: '時間|時刻|時',
      people: '登場人物|人物',
      action: 'ト書き|動作',
      title: 'タイトル|題名',
      author: '作者|脚本|作',
    },
    int: '屋内|室内',
    ext: '屋外|室外',
  },
  {
    code: 'ko',
    scene: '씬|장면|신',
    act: '막|부|회',
    labels: {
      place: '장소|배경',
      time: '시간|때',
      people: '등장인물|인물',
      action: '지문|행동',
      title: '제목',
      author: '작가|극본|각본',
    },
    int: '실내',
    ext: '실외|야외',
  },
]

const words = (list: string) => list.split('|')

/** Words for a scene, each with the language of it. */
export const SCENE_WORDS = new Map(
  LANGUAGES.flatMap(({ scene, code }) => words(scene).map((word) => [word, code])),
)
export const ACT_WORDS = new Set(LANGUAGES.flatMap(({ act }) => words(act)))
/** What a label in any of the languages means. The first language that has a word decides. */
export const LABELS: ReadonlyMap<string, Label> = new Map(
  [...LANGUAGES]
    .reverse()
    .flatMap(({ labels }) =>
      Object.entries(labels).flatMap(([label, list]) =>
        words(list).map((word): [string, Label] => [word, label as Label]),
      ),
    ),
)
export const INTERIOR = new Set(LANGUAGES.flatMap(({ int }) => words(int)))
export const EXTERIOR = new Set(LANGUAGES.flatMap(({ ext }) => words(ext)))

/** Stands before a colon and is no person, in capitals or not. */
export const NO_PERSON = new Set(
  words(
    'grams|atmos|super|superimpose|title card|title|subtitle|note|notes|insert|sfx|fx|vfx|music|sound|cue|montage|fade in|fade out|cut to|' +
      'dissolve to|smash cut to|match cut to|intercut|flashback|close on|angle on|pov|props|prop|costume|lighting|lights|camera|' +
      'on screen|text|chyron|caption|warning|http|https|musik|ton|einblendung|titre|musique|son|música|sonido|' +
      'музыка|титр|звук|untertitel|requisite|summary|synopsis|logline|genre|duration|length|revision|version|copyright|source|credit|' +
      'remember|beat|pause|silence|weather|mood|theme|tone|example|remark|idea|goal|purpose|wardrobe|' +
      'location|estimated time|transition|sound effect|sound effects|hinweis|merke|notiz|anmerkung|wetter|stimmung|' +
      'note de l’auteur|remarque|ambiance|nota|clima|примечание|заметка|notatka|uwaga|poznámka|opmerking|anteckning|huom',
  ),
)
