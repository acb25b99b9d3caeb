import type { Payload } from 'payload'
import type { PanelBrief } from '@/contracts'
import { parseAspectRatio } from '@/lib/aspectRatio'
import { relationId, relationIds } from '@/lib/ids'
import { together } from '@/lib/together'
import type { Shot } from '@/payload-types'
import { cueName } from '@/screenplay'
import { castName, takenCastNames } from '../characters/castName'
import { speakerNames, speakersOf } from '../scenes/speakers'

/** How much of a line stands under a panel. */
const EXCERPT = 200
/** How much of the scene's action tells what its place looks like. */
const SETTING = 600

/** Everything needed to draw a shot. `variation` counts the pictures it has had. */
export async function panelBrief(payload: Payload, shot: Shot, variation: number): Promise<PanelBrief> {
  const read = { depth: 0, overrideAccess: true } as const
  const [scene, project] = await Promise.all([
    payload.findByID({ ...read, collection: 'scenes', id: relationId(shot.scene) as string }),
    payload.findByID({ ...read, collection: 'projects', id: relationId(shot.project) as string }),
  ])
  const heard = (scene.dialogueLines ?? []).filter((line) =>
    (shot.dialogueLineIds ?? []).includes(String(line.id)),
  )
  const speakers = new Set(heard.flatMap((line) => speakersOf(line)))
  const locationId = relationId(scene.location)
  const [location, { docs: characters }, taken] = await Promise.all([
    locationId
      ? payload.findByID({ ...read, collection: 'locations', id: locationId, disableErrors: true })
      : null,
    payload.find({
      ...read,
      collection: 'characters',
      // Who speaks may be out of frame.
      where: { id: { in: [...new Set([...relationIds(shot.characters), ...speakers])] } },
      pagination: false,
    }),
    takenCastNames(payload, relationId(shot.project)),
  ])
  const byId = new Map(characters.map((each) => [String(each.id), each]))
  return {
    projectTitle: project.title,
    sceneNumber: scene.sceneNumber,
    shotNumber: shot.shotNumber,
    size: shot.size,
    angle: shot.angle,
    movement: shot.movement,
    durationSeconds: shot.duration,
    description: shot.description ?? '',
    characters: relationIds(shot.characters).flatMap((id) => {
      const character = byId.get(id)
      if (!character) return []
      const name = castName(character, taken)
      const description = [character.age, character.visualDesign?.description].filter(Boolean).join(', ')
      return [
        { name, displayName: character.name, isSpeaking: speakers.has(id), description: description || null },
      ]
    }),
    dialogue: heard[0]?.text.slice(0, EXCERPT) ?? null,
    lines: heard.map((line) => {
      const speaker = together(speakerNames(line, (id) => byId.get(id)?.name).map(cueName))
      return { speaker, text: line.text.slice(0, EXCERPT) }
    }),
    interiorExterior: scene.interiorExterior ?? 'OTHER',
    location: location?.name ?? scene.heading,
    setting: scene.action?.slice(0, SETTING) || null,
    // Rain and snow are drawn: they stand beside the time in a heading.
    timeOfDay: [scene.timeOfDay, ...(scene.timeModifiers ?? [])].filter(Boolean).join(' - ') || null,
    aspectRatio: parseAspectRatio(project.settings?.aspectRatio),
    variation,
  }
}

/** Whether every shot of a scene has a panel. */
export async function isBoardComplete(payload: Payload, sceneId: string): Promise<boolean> {
  const common = {
    where: { scene: { equals: sceneId } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  } as const
  const { docs: shots } = await payload.find({ ...common, collection: 'shots', select: { shotNumber: true } })
  const { docs: panels } = await payload.find({ ...common, collection: 'panels', select: { shot: true } })
  const drawn = new Set(panels.map((panel) => relationId(panel.shot)))
  return shots.every((shot) => drawn.has(String(shot.id)))
}
