import { sendFile, sendToPayload } from './sendFile'

interface Drawing {
  projectId: string
  shotId: string
  name: string
  file: File
}

/** Uploads a picture and makes it a shot's next version. @throws {ApiError} with what the server said */
export const sendDrawing = ({ projectId, shotId, name, file }: Drawing): Promise<void> =>
  sendFile({ projectId, alt: `${name}, drawn by hand`, file }, (image) =>
    sendToPayload('panels', { shot: shotId, image, origin: 'drawn', status: 'review' }),
  )
