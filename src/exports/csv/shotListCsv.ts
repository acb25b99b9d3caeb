import { stringify } from 'csv-stringify'
import { SHOT_ANGLES, SHOT_MOVEMENTS, SHOT_SIZES } from '../../contracts/storyboard'
import type {
  StoryboardDocument,
  StoryboardLine,
  StoryboardScene,
  StoryboardShot,
} from '../storyboard-document'
import { guardFormula } from './guardFormula'
import { formatTimecode } from './timecode'

/** The columns of a shot list, in order. */
export const SHOT_LIST_COLUMNS = [
  'Scene',
  'Shot',
  'Heading',
  'Int/Ext',
  'Location',
  'Time of day',
  'Size',
  'Size label',
  'Angle',
  'Movement',
  'Lens (mm)',
  'Duration (s)',
  'Start',
  'Characters',
  'Dialogue',
  'Description',
  'Status',
  'Remark',
] as const

/**
 * Streams the shot list as CSV: UTF-8 with a byte order mark (spreadsheets need it), CRLF line ends, every
 * field as in RFC 4180. `Start` is the running timecode HH:MM:SS:FF from 00:00:00:00 at the document's frame
 * rate. Lines that are in no shot follow their scene, each in a row without a shot. Text cells that a spreadsheet would run as a formula get a leading apostrophe, see {@link guardFormula}.
 *
 * @example
 * await pipeline(Readable.from(shotListCsv(board)), response)
 */
export async function* shotListCsv(board: StoryboardDocument): AsyncGenerator<string> {
  const csv = stringify({
    bom: true,
    record_delimiter: 'windows',
    encoding: 'utf8',
    // By itself the writer quotes only what holds the whole delimiter: a lone LF or CR would break the row.
    quoted_match: /[\r\n]/,
  })
  const written = writeRows(board, csv)
  try {
    for await (const chunk of csv) yield String(chunk)
    await written
  } finally {
    // The reader may leave early: without this the writer would wait for room forever.
    csv.destroy()
  }
}

type Csv = ReturnType<typeof stringify>

async function writeRows(board: StoryboardDocument, csv: Csv): Promise<void> {
  csv.write(SHOT_LIST_COLUMNS)
  let start = 0
  for (const scene of board.scenes) {
    for (const shot of scene.shots) {
      const hasRoom = csv.write(row(scene, shot, formatTimecode(start, board.fps)))
      start += shot.durationSeconds
      if (!hasRoom) await roomOrEnd(csv)
      if (csv.destroyed) return
    }
    for (const line of scene.linesInNoShot) {
      if (!csv.write(rowOfLine(scene, line))) await roomOrEnd(csv)
      if (csv.destroyed) return
    }
  }
  csv.end()
}

function roomOrEnd(csv: Csv): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      csv.off('drain', done)
      csv.off('close', done)
      resolve()
    }
    csv.on('drain', done)
    csv.on('close', done)
  })
}

const spoken = (line: StoryboardLine): string =>
  `${line.speaker}: ${line.parenthetical ? `(${line.parenthetical}) ` : ''}${line.text}`

/** A line of the script that nobody has put into a shot: a row of its own, so that no line is missing from the list. */
function rowOfLine(scene: StoryboardScene, line: StoryboardLine): string[] {
  const { sceneNumber, heading, interiorExterior, location, timeOfDay } = scene
  const place = [sceneNumber, '', heading, interiorExterior, location, timeOfDay ?? '']
  const empty = ['', '', '', '', '', '', '', '']
  return [...place, ...empty, spoken(line), '', '', 'In no shot'].map(guardFormula)
}

function row(scene: StoryboardScene, shot: StoryboardShot, start: string): string[] {
  const dialogue = shot.lines.map(spoken).join('\n')
  const cells = [
    scene.sceneNumber,
    shot.shotNumber,
    scene.heading,
    scene.interiorExterior,
    scene.location,
    scene.timeOfDay ?? '',
    shot.size,
    SHOT_SIZES[shot.size],
    SHOT_ANGLES[shot.angle],
    SHOT_MOVEMENTS[shot.movement],
    shot.lens === null ? '' : String(shot.lens),
    // Whole milliseconds: sums of tenths would print as 0.30000000000000004.
    String(Math.round(shot.durationSeconds * 1000) / 1000),
    start,
    shot.characters.join(', '),
    dialogue,
    shot.description,
    shot.status,
    shot.remark,
  ]
  return cells.map(guardFormula)
}
