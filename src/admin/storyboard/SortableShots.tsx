'use client'

import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext } from '@dnd-kit/sortable'
import { type ReactNode, useId, useRef } from 'react'
import type { BoardShot } from '@/contracts'
import { keyboardPlaces } from './keyboardPlaces'
import { movedTo, moveWords } from './moveWords'

const INSTRUCTIONS = {
  draggable:
    'Press space to pick up the shot, the arrow keys to move it, space again to put it down, Escape to leave it where it was.',
}

/**
 * The shots of a scene, to be moved by mouse, finger and keys. Payload's own list that can be sorted tells screen readers
 * the ids of what is moved, and takes no other words.
 *
 * @param onMove the ids in their new order, and the one that was moved
 */
export function SortableShots({
  shots,
  onMove,
  children,
}: {
  shots: BoardShot[]
  onMove: (ids: string[], movedId: string) => void
  children: ReactNode
}) {
  const contextId = useId()
  const ids = shots.map(({ id }) => id)
  const sensors = useSensors(
    // A click opens a shot, and a finger scrolls.
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: keyboardPlaces(ids) }),
  )
  const words = moveWords(shots)
  // That it is over itself is told at once, and would be all that is heard of its being picked up.
  const hasLeft = useRef(false)
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      hasLeft.current = false
      return words.pickedUp(active.id)
    },
    onDragOver: ({ active, over }) => {
      if (!over || (!hasLeft.current && over.id === active.id)) return undefined
      hasLeft.current = true
      return words.over(active.id, over.id)
    },
    onDragEnd: ({ active, over }) => words.dropped(active.id, over?.id),
    onDragCancel: ({ active }) => words.cancelled(active.id),
  }
  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: INSTRUCTIONS }}
      onDragEnd={({ active, over, activatorEvent }) => {
        activatorEvent.stopPropagation()
        const from = ids.indexOf(String(active.id))
        const to = over ? ids.indexOf(String(over.id)) : -1
        if (from >= 0 && to >= 0 && from !== to) onMove(movedTo(ids, from, to), String(active.id))
      }}
    >
      <SortableContext items={ids}>
        <div className="sr-scene__shots">{children}</div>
      </SortableContext>
    </DndContext>
  )
}
