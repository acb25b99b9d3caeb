import { Link } from '@payloadcms/ui'
import type { BoardScene } from '@/contracts'
import { useAdminPath } from '../lib/useAdminPath'

/** Says of a scene that the script does not have it, and where it can be put in or taken out. */
export function SceneOutOfScript({
  scene,
  episodeId,
  canWrite,
}: {
  scene: BoardScene
  episodeId: string
  canWrite: boolean
}) {
  const adminPath = useAdminPath()
  if (scene.isInScript) return null
  return (
    <p className="sr-scene__out-of-script">
      <span>
        {scene.wordsIn === null
          ? 'This scene is not in the script as it is now. It came back from the trash, or was added by hand.'
          : `This scene is not in the script; its words stand in scene ${scene.wordsIn}. So it is not counted, not in the documents and the film, and made only if you run it by itself.`}
      </span>
      {canWrite && (
        <>
          <Link href={adminPath(`/collections/episodes/${episodeId}/script`)}>
            Open the script, to write it there
          </Link>
          <Link href={adminPath(`/collections/scenes/${scene.id}`)}>Open it, to change or delete it</Link>
        </>
      )}
    </p>
  )
}
