/** How a line is said, relative to the speaker's neutral voice. */
export interface Delivery {
  /** Times the words per minute. */
  rateFactor: number
  /** eSpeak's amplitude, 0 to 200; 100 is neutral. */
  amplitude: number
  /** Added to the pitch of 0 to 99. */
  pitchShift: number
}

const NEUTRAL: Delivery = { rateFactor: 1, amplitude: 100, pitchShift: 0 }

/** Every rule whose words stand in the parenthetical applies; factors multiply, shifts add. */
const RULES: Array<{ words: RegExp; change: Partial<Delivery> }> = [
  {
    words: /\b(?:whisper\w*|sotto|under (?:his|her|their) breath|hushed|breathes?|mouthing)\b/i,
    change: { amplitude: 45, rateFactor: 0.92, pitchShift: -6 },
  },
  {
    words: /\b(?:quiet(?:ly)?|soft(?:ly)?|low|gently|tender(?:ly)?|mutter\w*|mumbl\w*|murmur\w*)\b/i,
    change: { amplitude: 70, rateFactor: 0.95, pitchShift: -3 },
  },
  {
    words:
      /\b(?:shout\w*|yell\w*|scream\w*|cr(?:ies|ying) out|bellow\w*|roar\w*|calling|calls|loud(?:ly)?)\b/i,
    change: { amplitude: 170, rateFactor: 1.08, pitchShift: 10 },
  },
  {
    words: /\b(?:angr\w*|furious\w*|snap(?:s|ping)?|bark(?:s|ing)?|sharp(?:ly)?|firm(?:ly)?)\b/i,
    change: { amplitude: 135, rateFactor: 1.06, pitchShift: 3 },
  },
  {
    words:
      /\b(?:slow(?:ly)?|drawl\w*|hesita\w*|halting(?:ly)?|deliberate(?:ly)?|drunk\w*|sleepy|sleepily)\b/i,
    change: { rateFactor: 0.78 },
  },
  {
    words:
      /\b(?:fast|quick(?:ly)?|rapid(?:ly)?|hurr(?:ied|iedly|ying)|rushed|panick\w*|breathless(?:ly)?)\b/i,
    change: { rateFactor: 1.25, pitchShift: 4 },
  },
  {
    words: /\b(?:excited(?:ly)?|delighted|laugh\w*|cheerful(?:ly)?|bright(?:ly)?|giggl\w*)\b/i,
    change: { rateFactor: 1.08, pitchShift: 8 },
  },
  {
    words: /\b(?:sad(?:ly)?|weary|wearily|tired(?:ly)?|crying|sob\w*|tearful(?:ly)?|broken)\b/i,
    change: { amplitude: 85, rateFactor: 0.85, pitchShift: -5 },
  },
]

/** Reads a parenthetical such as `whispering, slowly`. Neutral where it says nothing about the voice. */
export function deliveryFor(parenthetical: string): Delivery {
  const delivery = { ...NEUTRAL }
  for (const { words, change } of RULES) {
    if (!words.test(parenthetical)) continue
    delivery.rateFactor *= change.rateFactor ?? 1
    delivery.amplitude = (delivery.amplitude * (change.amplitude ?? 100)) / 100
    delivery.pitchShift += change.pitchShift ?? 0
  }
  return {
    rateFactor: clamp(delivery.rateFactor, 0.5, 1.8),
    amplitude: Math.round(clamp(delivery.amplitude, 25, 190)),
    pitchShift: clamp(delivery.pitchShift, -30, 30),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
