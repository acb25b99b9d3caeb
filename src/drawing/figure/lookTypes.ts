export type HairStyle =
  | 'bald'
  | 'buzz'
  | 'side-part'
  | 'slick'
  | 'curly'
  | 'spiky'
  | 'bob'
  | 'long'
  | 'wavy'
  | 'ponytail'
  | 'bun'
  | 'afro'
export type Garment = 'shirt' | 'jacket' | 'suit' | 'hoodie' | 'coat' | 'sweater' | 'dress' | 'vest'
export type Headwear = 'none' | 'cap' | 'fedora' | 'beanie' | 'helmet' | 'headscarf' | 'crown' | 'veil'
export type FacialHair = 'none' | 'moustache' | 'beard' | 'stubble' | 'goatee'

/** What makes a character recognisable from panel to panel. Colours are `#rrggbb`. */
export interface Look {
  skin: string
  hair: HairStyle
  hairColour: string
  facialHair: FacialHair
  glasses: 'none' | 'round' | 'square' | 'dark'
  headwear: Headwear
  /** Null where nobody told: the second colour of the clothes. */
  headwearColour: string | null
  garment: Garment
  clothing: string
  clothingAccent: string
  trousers: string
  pattern: 'plain' | 'stripes' | 'checks' | 'hoops'
  /** Slings, scarves, eyepatches: only what is told. */
  worn: Worn[]
  /** Standing height relative to an average adult. */
  height: number
  /** Shoulder and waist width relative to an average adult. */
  girth: number
  /** Head width relative to its height: long faces to round ones. */
  faceWidth: number
  jaw: number
  nose: number
  browWeight: number
  isFeminine: boolean
  isOld: boolean
  isChild: boolean
  /** Size of the head relative to an adult's on the same body. */
  headScale: number
  /** How far the head is bent forward, in metres. */
  stoop: number
}

/** What is worn over clothes or on the head, besides hats. */
export type WornThing =
  | 'sling'
  | 'head bandage'
  | 'arm bandage'
  | 'eyepatch'
  | 'scarf'
  | 'apron'
  | 'mask'
  | 'gloves'
  | 'badge'
  | 'backpack'
  | 'sash'
  | 'headphones'
  | 'necklace'
  | 'scar'
export interface Worn {
  thing: WornThing
  colour: string
}
