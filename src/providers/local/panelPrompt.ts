import { type PanelBrief, SHOT_ANGLES, SHOT_MOVEMENTS, SHOT_SIZES } from '@/contracts'

/** The brief in words: what a person or an image model would be told to draw. */
export function panelPrompt(panel: PanelBrief): string {
  const people = panel.characters.map(({ name: canonical, displayName, isSpeaking, description }) => {
    const name = displayName ?? canonical
    const notes = [description?.trim(), isSpeaking ? 'speaking' : null].filter(Boolean)
    return notes.length ? `${name} (${notes.join(', ')})` : name
  })
  const place = [panel.interiorExterior === 'OTHER' ? '' : panel.interiorExterior, panel.location]
    .filter(Boolean)
    .join(' ')
  const camera = [
    SHOT_SIZES[panel.size],
    SHOT_ANGLES[panel.angle].toLowerCase(),
    panel.movement === 'static' ? null : `${SHOT_MOVEMENTS[panel.movement].toLowerCase()} movement`,
  ]
  const sentences = [
    `Storyboard panel, ${camera.filter(Boolean).join(', ')}`,
    panel.description.trim().replace(/\.+$/, ''),
    people.length ? `In frame: ${people.join(', ')}` : 'Nobody in frame',
    place ? `Place: ${place}${panel.timeOfDay ? `, ${panel.timeOfDay.toLowerCase()}` : ''}` : '',
    panel.dialogue ? `Heard: "${panel.dialogue.trim()}"` : '',
  ]
  return `${sentences.filter(Boolean).join('. ')}.`
}
