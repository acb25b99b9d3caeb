import type { SceneLineBrief } from '@/contracts'
import { extensionMeaning } from '@/screenplay'

/** Names of all who say a line; nobody where its cue names nobody. */
export const speakersOf = ({
  character,
  speakers,
}: Pick<SceneLineBrief, 'character' | 'speakers'>): string[] =>
  (speakers?.length ? speakers : [character]).filter((name) => name.trim() !== '')

/** Words in action and dialogue that ask for a way of shooting. Each pattern is linear in the text. */
export const CUES = {
  chase:
    /\b(?:runs?|running|sprints?|chas(?:es?|ing)|races?|racing|flees?|fleeing|dash(?:es)?|bolts|gallops?|charges?|pursu\w+)\b/i,
  fight:
    /\b(?:fights?|throws?|hurls?|punch\w*|kicks?|tackl\w+|struggl\w+|wrestl\w+|attacks?|slam\w*|smash\w*|smack\w*|slap\w*|shov\w+|grappl\w+|rough\w* up|explo\w+|crash\w*|shoots?|lunges?)\b/i,
  walk: /\b(?:walks?|walking|strolls?|follows?|marches|paces?|pacing|wanders?|crosses|drives?|driving|rides?|moves (?:to|through|along|across))\b/i,
  enter: /\b(?:enters?|arrives?|exits?|leaves?|comes? in|steps? (?:in|out)|bursts? in|approach\w*)\b/i,
  reveal:
    /\b(?:reveal\w*|discovers?|turns? to (?:see|find)|finds?|realiz\w+|realis\w+|there (?:is|are|stands?)|behind (?:him|her|them))\b/i,
  face: /\b(?:smiles?|frowns?|tears?|eyes|cries|weeps?|winces?|blush\w*|grins?|sobs?|nods?|swallows|hesitates|freezes|gasps?|trembl\w+|blinks?|sighs?|stares?)\b/i,
  low: /\b(?:looms?|looming|towers?|towering|stands? over|giant|imposing|triumphant\w*|monument\w*|throne|rises? above|menacing\w*)\b/i,
  high: /\b(?:cowers?|cowering|kneels?|kneeling|crouch\w*|huddl\w+|on the (?:floor|ground)|collapses?|tiny|helpless\w*|curled up|falls? to)\b/i,
  dutch:
    /\b(?:dizzy|dizz\w+|drunk\w*|stagger\w*|woozy|nightmare|hallucinat\w+|unsettl\w+|wrong|panic\w*|madness|deranged|warped|disorient\w+|dread)\b/i,
  overhead: /\b(?:from above|overhead|bird'?s.eye|aerial|from the ceiling|looking straight down)\b/i,
  tilt: /\b(?:looks? up|looks? down|climbs?|skyscraper|rises|tower|from head to toe|tall)\b/i,
  zoom: /\b(?:suddenly|in the distance|far away|on the horizon|snaps? (?:his|her) head)\b/i,
  group:
    /\b(?:crowd|everyone|everybody|all of them|the group|the others|guests|audience|people|soldiers|the team|the family|they all)\b/i,
  insertVerb:
    /\b(?:picks? up|holds?|reads?|opens?|grabs?|takes?|hands (?:\w+ )?(?:the|an?|his|her|over|it)|pulls? out|drops?|puts? (?:down|away|on)|dials?|types?|writes?|lights?|loads?|places?|reaches? (?:for|into)|rings?|buzz\w*|vibrates?|the screen|displays?|shows)\b/i,
} as const

/** How strongly a text moves: bodies in motion ask for a camera in motion. */
export function motionOf(text: string): 'chase' | 'fight' | 'walk' | 'enter' | null {
  if (CUES.chase.test(text)) return 'chase'
  if (CUES.fight.test(text)) return 'fight'
  if (CUES.enter.test(text)) return 'enter'
  if (CUES.walk.test(text)) return 'walk'
  return null
}

/** Inside something that moves: short lenses, no room for dollies, people side by side. */
export function isInVehicle(location: string): boolean {
  return /\b(?:car|van|truck|taxi|cab|bus|train|plane|cockpit|limo(?:usine)?|ambulance|jeep|helicopter|pickup|sedan|suv|cruiser|carriage|elevator|lift)\b/i.test(
    location,
  )
}

const OFF_SCREEN =
  /^(?:vo|voiceover|os|oc|off|offscreen|offcamera|prelap|filtered|on(?:the)?(?:phone|tv|radio|screen|speaker|intercom|speakerphone|video|television|recording|tape)|over(?:the)?(?:phone|radio|intercom|speaker|pa)|through(?:the)?\w+|recorded|radio|phone)$/

/** Whether a cue's extensions say that the speaker is heard and not seen. */
export function isOffScreen(extensions: readonly string[]): boolean {
  return extensions.some(
    (extension) =>
      isHeardOnly(extension) ||
      extension.split(/[,;]/).some((part) => OFF_SCREEN.test(part.toLowerCase().replace(/[^a-z]/g, ''))),
  )
}

/** By the words of any language: HORS CHAMP, ЗА КАДРОМ, 画外音. */
function isHeardOnly(extension: string): boolean {
  const meaning = extensionMeaning(extension)
  return meaning === 'voice-over' || meaning === 'off-screen'
}

/** Whether the voice is not even near: nobody in the scene turns to it. */
export function isVoiceOver(extensions: readonly string[]): boolean {
  return extensions.some(
    (extension) =>
      extensionMeaning(extension) === 'voice-over' ||
      /^v\.?\s*o\.?$|voice\s*over|pre-?lap/i.test(extension.trim()),
  )
}
