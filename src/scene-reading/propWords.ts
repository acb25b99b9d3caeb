/** Things that are handled, driven or kept, by category. Set dressing that every room has is left out. */
const CATEGORIES: Record<string, string> = {
  communication: `phone cellphone smartphone telephone mobile laptop computer tablet radio walkie-talkie intercom
    television tv remote microphone megaphone camera camcorder recorder headphones pager fax typewriter projector
    tape cassette cd record player keyboard printer usb drive drone monitor`,
  paper: `letter envelope note notebook diary journal book map newspaper magazine photograph photo postcard
    passport ticket contract file folder document receipt poster painting portrait sketch blueprint card check
    cheque scroll manuscript script pen pencil crayon stamp calendar invitation menu bill flyer certificate`,
  weapons: `gun pistol revolver rifle shotgun knife dagger sword axe bow arrow spear grenade bomb dynamite bullet
    club bat crowbar machete hammer blade holster handcuffs taser whip shield cannon sniper ammunition`,
  vehicles: `car truck van bus taxi cab motorcycle motorbike bicycle bike scooter train tram plane airplane jet
    helicopter boat ship yacht canoe raft submarine ambulance limousine jeep tractor wagon carriage cart sled
    wheelchair skateboard pickup sedan tank spaceship shuttle stroller`,
  containers: `bag suitcase briefcase backpack purse wallet box crate trunk chest safe basket bottle jar can cup
    mug glass flask thermos bucket barrel vase tray bowl plate pot pan kettle teapot urn coffin sack duffel satchel
    locker cooler cage`,
  fooddrink: `coffee tea wine beer whiskey whisky vodka champagne bread cake pie sandwich pizza burger apple orange
    banana egg soup noodles cigarette cigar pipe lighter match ashtray pill medicine syringe needle popcorn candy
    chocolate cookie milk cocktail lollipop ice-cream`,
  tools: `rope chain ladder shovel spade wrench screwdriver saw drill flashlight torch lantern candle lamp key
    keys lock padlock keycard toolbox nail bolt wire cable battery compass binoculars telescope microscope
    magnifying-glass scissors razor tape-measure umbrella broom mop rake hose extinguisher stethoscope bandage
    stretcher crutch cane net hook anchor pulley crank lever winch seal`,
  clothing: `coat jacket hat cap glove scarf mask helmet sunglasses glasses ring necklace bracelet earring watch
    locket crown tie belt boot shoe slipper dress uniform apron veil wig badge tuxedo robe cloak costume`,
  animals: `dog puppy cat kitten horse cow pig sheep goat chicken bird parrot crow raven pigeon fish shark whale
    snake rat mouse spider wolf bear lion tiger elephant monkey fox deer rabbit bee butterfly dragon`,
  play: `ball doll teddy toy balloon kite guitar piano violin drum trumpet flute harmonica saxophone cello accordion
    chessboard chess dice puzzle football basketball baseball racket trophy medal surfboard fishing-rod swing
    jukebox`,
  money: `money cash coin dollar banknote gold diamond jewel jewelry necklace treasure credit-card briefcase`,
  household: `clock alarm mirror pillow blanket towel soap toothbrush bell flag statue cross bible rosary candlestick
    chandelier rug curtain flower bouquet rose plant christmas-tree present gift ribbon clipboard phonebooth
    tombstone gravestone hourglass fireplace`,
}

export const PROP_WORDS: ReadonlySet<string> = new Set(
  Object.values(CATEGORIES).flatMap((words) => words.trim().split(/\s+/)),
)

/** Props whose word is as often a verb or something else; they count only behind an article or the like. */
export const AMBIGUOUS_PROPS: ReadonlySet<string> = new Set(
  `hammer saw watch match bat can club tie present swing bear hook plant drive fish check bill note card ring
  phone record nail drill book lock lamp shield whip tape scroll stamp light key cage box bag net hose mask crown
  tank train plane ship boot bow drum trumpet monkey fox rabbit rat snake dog crow cup safe chest trunk play orange
  gold match pipe pan pot cap chain cable wire bolt cross flag bell alarm mirror blanket gift poster sketch film
  file document picture monitor radio camera tablet fire cross rose glasses glass doll bomb grenade holster spear
  knife axe sword arrow seal crank winch`
    .split(/\s+/)
    .filter(Boolean),
)
