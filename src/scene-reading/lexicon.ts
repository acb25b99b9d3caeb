/** Words → label. Stems match the beginning of a word: `laugh` finds laughs, laughing, laughter. */
export type Lexicon = Readonly<Record<string, RegExp>>

function stems(words: string): RegExp {
  const list = words.trim().split(/\s+/).join('|').replaceAll('_', '\\s+')
  return new RegExp(`(?<![\\p{L}])(?:${list})\\p{Ll}{0,5}(?![\\p{L}])`, 'giu')
}

/** What makes a scene feel like something; scored by how many words of each stand in it. */
export const MOOD_WORDS: Lexicon = {
  tense: stems(`tense gun pistol knife weapon threat aim trembl freez stare confront argu clench grip sweat
    glare nervous hesitat stiff interrogat accus silen cornered standoff hostage cautious wary demand bomb`),
  ominous: stems(`dark shadow ominous creak fog dread blood corpse dead scream lurk stalk grave eerie sinister
    haunt demon monster whisper cold storm thunder howl abandon decay rot crow crypt flicker looming nightmare`),
  melancholic: stems(`tear cry cries weep wept sob alone grief griev mourn funeral sad lonely empty rain grey
    photograph letter regret goodbye farewell loss lost faded bury buried coffin hospital sigh weary`),
  joyful:
    stems(`laugh smile grin cheer danc celebrat party hug delight happy joy bright sunshine sunny balloon
    applaud applause sing singing confetti wedding giggl beam_ toast birthday play playing`),
  romantic: stems(`kiss caress embrac tender candle love lover gaze intimate bed nuzzl sweetheart moonlight
    holding_hands rose roses blush flirt champagne`),
  comic:
    stems(`trip stumbl pratfall slip clumsy awkward ridiculous absurd goofy clown squirt splat toupee banana
    fumbl snort hiccup burp wobbl bonk pie oops double-take deadpan`),
  urgent:
    stems(`run running ran rush race racing chase chasing sprint siren hurry hurries dash explo crash speed
    panic alarm escap flee swerv bolt bolts gallop screech burst scrambl leap skid fire ambulance`),
  calm: stems(`quiet calm peace gentle soft still breeze slow birdsong tea sip read reading garden lake sunrise
    rest sleep asleep stroll warm sunlight dawn serene settle lazy hum knit`),
}

/** How a line is felt: words of parentheticals and of the line itself. */
export const EMOTION_WORDS: Lexicon = {
  angry:
    stems(`angr anger furious fury rage enrag snap snaps shout yell bark livid seeth damn bastard hate liar
    shut_up bitch asshole get_out spit growl irritat annoyed fuck bullshit how_dare`),
  sad: stems(`sad sob cry crying tear weep grief broken mourn miss_you lost died funeral goodbye alone heartbroken
    sorry wish_i weary hopeless gone_forever`),
  afraid:
    stems(`afraid scared fear fright terrif panic trembl shak horror nervous anxious help_me please_don't
    run hide don't_hurt they're_coming oh_god`),
  happy: stems(`happy happily laugh smil grin delight joy excite thrill cheer giggl wonderful fantastic great
    congratulations amazing hooray yay beautiful perfect finally`),
  tender: stems(`tender gentl soft loving love darling sweetheart kiss honey dear warm kind_to care_about`),
  surprised: stems(`surpris shock stunned startl astonish amaz what?! disbeli incredulous gasp impossible
    can't_be no_way unbelievable`),
  amused: stems(
    `amused joking teas wry smirk chuckl sarcas deadpan mock playful dry dryly ironic ha haha kidding`,
  ),
  urgent: stems(
    `urgent hurry quick fast now_go move rush breathless immediately run_away come_on let's_go faster`,
  ),
  determined: stems(
    `determin firm resol steel defian insist must never_again i_will i'll_find swear promise`,
  ),
  hushed: stems(`whisper hush sotto`),
  calm: stems(`calm quiet even level steady relax patient cool reassur matter-of-fact`),
}

/** Weighted count of a lexicon's words in a text. */
export function scoreWords(text: string, lexicon: Lexicon): Map<string, number> {
  const scores = new Map<string, number>()
  for (const [label, words] of Object.entries(lexicon)) {
    const count = text.match(words)?.length ?? 0
    if (count > 0) scores.set(label, count)
  }
  return scores
}
