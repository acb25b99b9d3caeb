import { type PanelBrief, SHOT_ANGLES, SHOT_MOVEMENTS, SHOT_SIZES } from '@/contracts'
import { cueName } from '@/screenplay'
import { path, polyline } from './ink'
import { ACCENT, INK, PAPER, PAPER_DEEP, PENCIL } from './palette'
import { cleanText, fitText, label, textWidth, wrapText } from './text'

export const SLATE_HEIGHT = 64
export const STRIP_HEIGHT = 84
export const MARGIN = 18

/** The strip over the frame: project, scene and shot on the left, how it is shot on the right. */
export function drawSlate(brief: PanelBrief, width: number): string {
  const y = 28
  let svg = `<rect width="${width}" height="${SLATE_HEIGHT}" fill="${PAPER_DEEP}"/>`
  svg += path(
    polyline([
      { x: 0, y: SLATE_HEIGHT - 1 },
      { x: width, y: SLATE_HEIGHT - 1 },
    ]),
    { width: 2 },
  )
  const number = fitText(`${cleanText(brief.sceneNumber)} / ${cleanText(brief.shotNumber)}`, 34, 180)
  const box = textWidth(number, 34) + 26
  svg += `<rect x="0" y="0" width="${Math.round(box + MARGIN)}" height="${SLATE_HEIGHT}" fill="${INK}"/>`
  svg += label(MARGIN, 43, number, { size: 34, fill: PAPER })
  const left = box + MARGIN + 16

  const chips = [
    `${SHOT_ANGLES[brief.angle]}`,
    `${SHOT_MOVEMENTS[brief.movement]}`,
    `${formatSeconds(brief.durationSeconds)} s`,
  ]
  const code = brief.size
  let right = width - MARGIN
  svg += label(right, y + 2, chips[2] ?? '', { size: 22, anchor: 'end' })
  svg += label(right, y + 25, `${chips[0]} · ${chips[1]}`, { size: 18, anchor: 'end', fill: PENCIL })
  right -= Math.max(textWidth(chips[2] ?? '', 22), 52) + 14
  const codeWidth = textWidth(code, 24) + 20
  svg += `<rect x="${right - codeWidth}" y="7" width="${codeWidth}" height="28" rx="4" fill="none" stroke="${ACCENT}" stroke-width="2.2"/>`
  svg += label(right - codeWidth / 2, 29, code, { size: 24, anchor: 'middle', fill: ACCENT, weight: 'bold' })
  svg += label(right - codeWidth - 10, y, SHOT_SIZES[brief.size], { size: 20, anchor: 'end', fill: PENCIL })
  const sizeLeft = right - codeWidth - 10 - textWidth(SHOT_SIZES[brief.size], 20)
  const chipLeft = width - MARGIN - textWidth(`${chips[0]} · ${chips[1]}`, 18)

  svg += label(left, y, fitText(brief.projectTitle, 22, sizeLeft - left - 16), { size: 22, weight: 'bold' })
  svg += label(left, y + 25, fitText(sceneLine(brief), 18, chipLeft - left - 16), { size: 18, fill: PENCIL })
  return svg
}

/** The strip under the frame: what happens, and the words heard. Its top is at `y`. */
export function drawStrip(brief: PanelBrief, width: number, y: number): string {
  let svg = `<rect y="${y}" width="${width}" height="${STRIP_HEIGHT}" fill="${PAPER}"/>`
  svg += path(
    polyline([
      { x: 0, y: y + 1 },
      { x: width, y: y + 1 },
    ]),
    { width: 2 },
  )
  const inner = width - MARGIN * 2
  const dialogue = cleanText(brief.dialogue ?? '')
  if (!dialogue) {
    const lines = wrapText(brief.description, 20, inner, 3)
    lines.forEach((line, index) => {
      svg += label(MARGIN, y + 25 + index * 23, line, { size: 20, fill: PENCIL })
    })
    return svg
  }
  svg += label(MARGIN, y + 22, fitText(brief.description, 18, inner), { size: 18, fill: PENCIL })
  const heard = heardIn(brief, dialogue)
  // Two lines have a row each; one alone has both.
  const rows = heard.length > 1 ? 1 : 2
  const unshown = heard.length - 2
  const more = unshown > 0 ? `+${unshown}` : ''
  for (const [index, { speaker, text }] of heard.slice(0, 2).entries()) {
    const top = y + 48 + index * 25
    const name = speaker ? `${fitText(speaker, 22, inner * 0.3)}:` : ''
    const indent = name ? textWidth(name, 22) + 10 : 0
    const room = inner - indent - (index === 1 && more ? textWidth(more, 20) + 12 : 0)
    svg += label(MARGIN, top, name, { size: 22, weight: 'bold' })
    wrapText(`“${text}”`, 22, room, rows).forEach((line, row) => {
      svg += label(MARGIN + indent, top + row * 25, line, { size: 22 })
    })
  }
  svg += label(width - MARGIN, y + 73, more, { size: 20, anchor: 'end', fill: PENCIL })
  return svg
}

/** What is heard and who says it; of a brief with the first words alone, whoever of those in frame is speaking. */
function heardIn({ lines, characters }: PanelBrief, dialogue: string): NonNullable<PanelBrief['lines']> {
  const heard = (lines ?? []).flatMap((line) => {
    const text = cleanText(line.text)
    return text ? [{ speaker: cleanText(line.speaker), text }] : []
  })
  if (heard.length > 0) return heard
  const person = characters.find((character) => character.isSpeaking)
  return [{ speaker: person ? cueName(person.displayName ?? person.name) : '', text: dialogue }]
}

function sceneLine(brief: PanelBrief): string {
  const prefix = { INT: 'INT. ', EXT: 'EXT. ', 'INT/EXT': 'INT./EXT. ', EST: 'EST. ', OTHER: '' }[
    brief.interiorExterior
  ]
  return `${prefix}${brief.location}${brief.timeOfDay ? ` – ${brief.timeOfDay}` : ''}`
}

function formatSeconds(seconds: number): string {
  return Number.isFinite(seconds) ? seconds.toFixed(1) : '–'
}
