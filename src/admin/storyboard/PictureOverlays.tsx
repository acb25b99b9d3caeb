'use client'

import { memo } from 'react'
import type { BoardPanel, BoardShot, CameraMove, OverlaySet } from '@/contracts'
import { cameraMarks, HALO_SHARE, type Mark } from '@/overlays'
import { hasMarksInIt } from './hasMarksInIt'
import './overlays.css'

interface PictureOverlaysProps {
  shot: BoardShot
  sceneNumber: string
  panel: BoardPanel
  /** Of the picture: width / height. */
  ratio: number
  shown: OverlaySet
  /** How wide the picture is for its arrows, whatever it is on the page: small ones get bold arrows. */
  width: number
}

/** The slate and the camera's arrows over a picture, from the shot as it is now. */
export const PictureOverlays = memo(function PictureOverlays(props: PictureOverlaysProps) {
  const { shot, sceneNumber, panel, ratio, shown, width } = props
  const area = { width, height: width / ratio }
  // The codes are those of the contract: the collection takes no others.
  const marks = shown.arrows && !hasMarksInIt(panel) ? cameraMarks(shot as CameraMove, area) : []
  return (
    <>
      {marks.length > 0 && (
        <svg className="sr-overlay-marks" viewBox={`0 0 ${area.width} ${area.height}`} aria-hidden="true">
          {marks.map((mark) => (
            <MarkElement key={JSON.stringify(mark)} mark={mark} />
          ))}
        </svg>
      )}
      {shown.slate && (
        <span className="sr-overlay-slate">
          {sceneNumber} / {shot.shotNumber} <b>{shot.size}</b>
        </span>
      )}
    </>
  )
})

function MarkElement({ mark }: { mark: Mark }) {
  if (mark.kind === 'path') {
    const { d, fill, stroke, width, opacity, dash } = mark
    return (
      <path
        d={d}
        fill={fill ?? 'none'}
        stroke={stroke}
        strokeWidth={width}
        strokeOpacity={opacity}
        strokeDasharray={dash?.join(' ')}
      />
    )
  }
  const { x, y, size, text, fill, halo } = mark
  return (
    <text x={x} y={y} fontSize={size} fill={fill} stroke={halo} strokeWidth={size * HALO_SHARE}>
      {text}
    </text>
  )
}
