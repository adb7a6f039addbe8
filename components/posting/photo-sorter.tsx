'use client'

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
} from '@dnd-kit/sortable'
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { fill } from './fill-words.ts'
import type { PhotoWords } from './photo-step-words.ts'
import type { StepPhoto } from './step-photo.ts'

type Props = Readonly<{
  photos: readonly StepPhoto[]
  words: PhotoWords
  onOrder: (photos: readonly StepPhoto[]) => void
  draw: (photo: StepPhoto, at: number, handle: ReactNode) => ReactNode
}>

/** The list of pictures, whose order is changed by hand: with a mouse, a finger, or the keyboard on the handle. */
export function PhotoSorter({ photos, words, onOrder, draw }: Props) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const placeOf = (id: string | number) => photos.findIndex((photo) => photo.id === id)
  const end = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onOrder(arrayMove([...photos], placeOf(active.id), placeOf(over.id)))
  }
  const at = (id: string | number | undefined) => (id === undefined ? '' : String(placeOf(id) + 1))
  const tell = (id: string | number | undefined) => (id === undefined ? '' : fill(words.moved, { at: at(id) }))
  return (
    <DndContext
      id="photos"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        screenReaderInstructions: { draggable: words.dragHelp },
        announcements: {
          onDragStart: ({ active }) => fill(words.drag, { at: at(active.id) }),
          onDragOver: ({ over }) => tell(over?.id),
          onDragEnd: ({ over }) => tell(over?.id),
          onDragCancel: ({ active }) => tell(active.id),
        },
      }}
    >
      <SortableContext items={photos.map(({ id }) => id)} strategy={rectSortingStrategy}>
        <ol className="photo-list" aria-label={words.list}>
          {photos.map((photo, place) => (
            <Sortable key={photo.id} id={photo.id} label={fill(words.drag, { at: place + 1 })}>
              {(handle) => draw(photo, place, handle)}
            </Sortable>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

function Sortable({
  id,
  label,
  children,
}: Readonly<{ id: string; label: string; children: (handle: ReactNode) => ReactNode }>) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  })
  const item = useRef<HTMLLIElement>(null)
  const moved = transform ? `translate3d(${Math.round(transform.x)}px, ${Math.round(transform.y)}px, 0)` : ''
  // The page's policy refuses style attributes; a style set by a script is none.
  useLayoutEffect(() => {
    item.current?.style.setProperty('transform', moved)
    item.current?.style.setProperty('transition', transition ?? '')
  }, [moved, transition])
  const place = useCallback(
    (element: HTMLLIElement | null) => {
      item.current = element
      setNodeRef(element)
    },
    [setNodeRef],
  )
  const handle = (
    <button
      ref={setActivatorNodeRef}
      type="button"
      className="photo-handle"
      {...attributes}
      {...listeners}
      aria-label={label}
    >
      <Icon name="move" />
    </button>
  )
  return (
    <li ref={place} className={isDragging ? 'photo-dragged' : undefined}>
      {children(handle)}
    </li>
  )
}
