import type { SpeechBrief, TaskHandler, TaskOutcome, TaskPorts } from '@/contracts'
import { type CastVoices, castVoices, ensureVoices } from '@/database/services/characters/castVoices'
import { MediaService } from '@/database/services/MediaService'
import { ownRecordings } from '@/database/services/scenes/ownRecordings'
import { linesToSpeak, type SpokenLine, saveSpokenLines } from '@/database/services/scenes/spokenLines'
import { relationId } from '@/lib/ids'
import type { Media, Scene } from '@/payload-types'
import { assignVoices } from '@/speech'
import { readInput, stepInput } from '../steps/input'
import { aboutScene, fanOutByScene, scenesOf } from '../steps/scenes'

type Line = NonNullable<Scene['dialogueLines']>[number]

/** What an earlier attempt recorded of a line, unless the line says something else by now. */
const recordingOf = (line: Line, made: Media[]): Media | undefined =>
  made.find(({ provenance }) => {
    const inputs = provenance?.inputs as { lineId?: string; speech?: SpeechBrief } | null | undefined
    return (
      inputs?.lineId === String(line.id) &&
      inputs.speech?.text === line.text &&
      inputs.speech.parenthetical === (line.parenthetical ?? '')
    )
  })

const spokenAs = (line: Line, media: Media): SpokenLine => ({
  line,
  mediaId: String(media.id),
  durationSeconds: media.durationSeconds ?? null,
})

async function speakLine(
  ports: TaskPorts,
  scene: Scene,
  line: Line,
  voices: CastVoices,
): Promise<SpokenLine> {
  const lineId = String(line.id)
  const speaker = voices.of(relationId(line.character))
  const speech: SpeechBrief = {
    text: line.text,
    speaker: speaker?.name ?? line.cue ?? '',
    parenthetical: line.parenthetical ?? '',
    voice: speaker?.voice ?? voices.fallback,
  }
  const { output, provider } = await ports.call<'speak'>({ kind: 'speak', speech }, { key: lineId })
  await ports.assertLease()
  const audio = await new MediaService({ payload: ports.payload }).create({
    projectId: relationId(scene.project) as string,
    file: output.file,
    alt: `${speech.speaker}: ${line.text}`.slice(0, 300),
    sourceTaskId: ports.task.id,
    provenance: { provider, model: output.model, inputs: { lineId, speech } },
  })
  return spokenAs(line, audio)
}

async function speakScene(ports: TaskPorts, scene: Scene, mode: 'missing' | 'all'): Promise<TaskOutcome> {
  const { payload, task } = ports
  const voices = await castVoices(payload, relationId(scene.project) as string, assignVoices)
  const made = await new MediaService({ payload }).findBySourceTask(task.id)
  const due = linesToSpeak(scene, mode, await ownRecordings(payload, [scene]))
  const spoken: SpokenLine[] = []
  for (const [index, line] of due.entries()) {
    ports.progress((index / due.length) * 100, `Line ${index + 1} of ${due.length}`)
    const earlier = recordingOf(line, made)
    spoken.push(earlier ? spokenAs(line, earlier) : await speakLine(ports, scene, line, voices))
  }
  await ports.assertLease()
  await saveSpokenLines(payload, String(scene.id), spoken)
  return { result: { lines: spoken.length } }
}

/** Speaks the lines of each scene, each character with a voice of their own. What people recorded is left alone. */
export const speakDialogue: TaskHandler = {
  type: 'speak-dialogue',
  label: 'Speak dialogue',
  async run(ports) {
    if (!ports.task.isStep) return aboutScene(ports, (scene, mode) => speakScene(ports, scene, mode))
    const { episodeId, mode, sceneIds } = readInput(ports, stepInput)
    const scenes = await scenesOf(ports, episodeId, sceneIds)
    const projectId = ports.task.projectId ?? relationId(scenes[0]?.project)
    if (projectId) await ensureVoices(ports.payload, projectId, assignVoices)
    const own = await ownRecordings(ports.payload, scenes)
    const due = scenes.filter((scene) => linesToSpeak(scene, mode, own).length > 0)
    return fanOutByScene('speak-dialogue', due, mode, 'Voices for')
  },
}
