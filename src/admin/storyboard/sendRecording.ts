import { callApi } from '../lib/api'
import { sendFile } from './sendFile'

interface Recording {
  projectId: string
  sceneId: string
  lineId: string
  /** Of who speaks and what, for the file's description. */
  name: string
  file: File
}

/** Puts a recording to a line; null takes away what it has. @throws {ApiError} with what the server said */
export const putRecording = (sceneId: string, lineId: string, mediaId: string | null): Promise<unknown> =>
  callApi(`/scenes/${sceneId}/recordings`, { body: { lineId, mediaId } })

/** Uploads a recording and puts it to a line. @throws {ApiError} with what the server said */
export async function sendRecording({ projectId, sceneId, lineId, name, file }: Recording): Promise<void> {
  // The server would name the line's place in the scene's form.
  if (file.type && !file.type.startsWith('audio/'))
    throw new Error('This is no sound file. Choose a recording: WAV, MP3, M4A, OGG or FLAC.')
  await sendFile({ projectId, alt: name, file }, (mediaId) => putRecording(sceneId, lineId, mediaId))
}
