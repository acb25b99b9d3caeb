import type { PanelBrief } from '@/contracts'
import type { Camera } from './camera'
import { drawFigure } from './figure/body'
import type { Pose } from './figure/frame'
import { drawFromAbove } from './figure/fromAbove'
import { lookFor } from './figure/look'
import type { Light } from './light'
import { mix } from './palette'
import { createRng } from './rng'

/** The dark back of somebody near the lens, at the edge the lead leaves free. */
export function drawShoulder(
  owner: PanelBrief['characters'][number],
  leadX: number,
  brief: PanelBrief,
  camera: Camera,
  light: Light,
): string {
  const rng = createRng(`${owner.name}|${brief.shotNumber}|${brief.variation}|back`)
  const side = leadX > 0 ? -1 : leadX < 0 ? 1 : rng.pick([-1, 1])
  const look = lookFor(owner.name, owner.description)
  const dim: Light = { ...light, figure: (colour) => mix(light.figure(colour), '#15110e', 0.36) }
  const scale = Math.max(camera.height * 1.7, camera.stand(0, 0).scale * 1.25)
  const pose: Pose = {
    facing: 0,
    isBack: true,
    isSitting: false,
    stride: 0,
    tilt: side * -0.06,
    leftArm: 'relaxed',
    rightArm: 'relaxed',
    isSpeaking: false,
    expression: 'neutral',
  }
  const head = { x: camera.width * (0.5 + side * 0.33), y: camera.height * 0.46 }
  const feet = { x: head.x + side * scale * 0.05, y: head.y + 1.615 * scale * look.height }
  return drawFigure(look, pose, { feet, scale, pitch: 0, foreshortening: 1, bottom: 0 }, dim, rng).svg
}

/** More people than can be told apart: rows of heads and shoulders behind the leads. */
export function drawCrowd(brief: PanelBrief, camera: Camera, light: Light, count: number): string {
  const rng = createRng(`${brief.sceneNumber}|${brief.variation}|crowd`)
  let svg = ''
  const heads = Math.min(26, count + 6)
  for (let index = 0; index < heads; index += 1) {
    const row = 2 - Math.floor((index / heads) * 3)
    const look = lookFor(brief.characters[brief.characters.length - count + index]?.name ?? `extra ${index}`)
    const at = {
      x: (((index * 7) % heads) / heads - 0.5) * (4.4 + row) + rng.range(-0.15, 0.15),
      y: 0,
      z: 1.3 + row * 0.8,
    }
    if (camera.isOverhead) {
      svg += drawFromAbove(look, { facing: 0 }, camera.project({ ...at, y: 1.4 }), light, 0)
      continue
    }
    const dim: Light = { ...light, figure: (colour) => mix(light.figure(colour), light.tone(0.3), 0.55) }
    const feet = camera.stand(at.x, at.z)
    const pose: Pose = {
      facing: rng.range(-0.6, 0.6),
      isBack: false,
      isSitting: false,
      stride: 0,
      tilt: 0,
      leftArm: 'relaxed',
      rightArm: 'relaxed',
      isSpeaking: false,
      expression: 'neutral',
    }
    svg += drawFigure(
      look,
      pose,
      {
        feet,
        scale: feet.scale,
        pitch: camera.pitch,
        foreshortening: camera.foreshortening,
        bottom: camera.height,
      },
      dim,
      rng,
    ).svg
  }
  return svg
}
