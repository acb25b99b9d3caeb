import type { PayloadRequest, Where } from 'payload'
import type { PanelBrief } from '@/contracts'
import { relationId } from '@/lib/ids'
import { isMarkedSize } from '@/lib/isMarkedSize'
import type { Media, Shot } from '@/payload-types'
import { canonicalName, type NameChange, saysName } from '@/screenplay'
import { markPanels } from '../scenes/markStale'

type Picture = Pick<Media, 'provenance' | 'width' | 'height'>

/** By which the marks are found again, when somebody goes by that name once more. */
const sourceOf = (characterId: string, name: string): string => `name:${characterId}:${canonicalName(name)}`

/**
 * Whether a picture was drawn with somebody's name over what is said, or in what the machine wrote below. Only pictures
 * from before there were overlays have words in them.
 */
function showsName(
  picture: Picture | undefined,
  isRedescribed: boolean,
  { old, others }: NameChange,
): boolean {
  if (!picture || !isMarkedSize(picture)) return false
  const { description, lines, characters } = (picture.provenance?.inputs ?? {}) as Partial<PanelBrief>
  const speakers = Array.isArray(lines)
    ? lines.map(({ speaker }) => speaker)
    : (characters ?? []).filter(({ isSpeaking }) => isSpeaking).map(({ displayName }) => displayName)
  return [...(isRedescribed ? [description] : []), ...speakers].some(
    (words) => words && saysName(words, old, others),
  )
}

/**
 * Marks the pictures that show an old name and would show the new one if they were drawn again: over what is said, or
 * in what the machine wrote below. What quotes the script does so as long as the script says it. And pictures of shots in
 * whose description a person wrote the old name, which stays as they wrote it.
 *
 * @param said.redescribed ids of shots whose description says the new name by now
 * @param said.byPerson ids of those in whose description a person wrote the old one
 */
export async function markPicturesOfName(
  req: PayloadRequest,
  characterId: string,
  shots: readonly Shot[],
  {
    redescribed,
    byPerson,
    change,
  }: { redescribed: ReadonlySet<string>; byPerson: ReadonlySet<string>; change: NameChange },
): Promise<void> {
  if (shots.length === 0) return
  const common = { depth: 0, pagination: false, overrideAccess: true, req } as const
  const { docs: panels } = await req.payload.find({
    ...common,
    collection: 'panels',
    where: { and: [{ shot: { in: shots.map(({ id }) => id) } }, { isStale: { not_equals: true } }] },
    select: { shot: true, image: true },
  })
  if (panels.length === 0) return
  const images = panels.map(({ image }) => relationId(image)).filter((id) => id !== null)
  const { docs: media } = await req.payload.find({
    ...common,
    collection: 'media',
    where: { id: { in: images } },
    select: { provenance: true, width: true, height: true },
  })
  const pictures = new Map(media.map((each) => [String(each.id), each]))
  const written: string[] = []
  const drawn: string[] = []
  for (const { id, shot, image } of panels) {
    const [shotId, picture] = [relationId(shot) ?? '', pictures.get(relationId(image) ?? '')]
    if (byPerson.has(shotId)) written.push(String(id))
    else if (showsName(picture, redescribed.has(shotId), change)) drawn.push(String(id))
  }
  const cause = { words: '', draftId: sourceOf(characterId, change.old) }
  const called = `${change.old} is called ${change.new} now`
  const mark = (ids: string[], reason: string) =>
    ids.length === 0 ? undefined : markPanels(req, { id: { in: ids } }, reason, cause)
  await mark(drawn, `${called}; the picture says ${change.old}.`)
  await mark(written, `${called}; the shot’s description, which a person wrote, says ${change.old}.`)
}

/** Pictures that show a name by which somebody goes again are right again; of some shots, where those are given. */
export async function unmarkPicturesOfName(
  req: PayloadRequest,
  characterId: string,
  name: string,
  shotIds?: readonly string[],
): Promise<void> {
  const isMarked: Where = { staleSource: { equals: sourceOf(characterId, name) } }
  await req.payload.db.updateMany({
    collection: 'panels',
    where: shotIds ? { and: [isMarked, { shot: { in: [...shotIds] } }] } : isMarked,
    data: { isStale: false, staleReason: null, staleSource: null },
    req,
    returning: false,
  })
}
