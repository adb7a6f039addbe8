'use client'

import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import type { PhotoWords } from './photo-step-words.ts'

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,image/gif,.heic,.heif'

type Props = Readonly<{
  action: string
  locale: string
  from: string
  words: PhotoWords
  onFiles: (files: readonly File[]) => void
}>

/**
 * Where photos come in: chosen, taken, dropped or pasted. Without scripts one field and a button; with them the button
 * is not needed and the camera gets its own.
 */
export function PhotoPicker({ action, locale, from, words, onFiles }: Props) {
  const [isReady, setReady] = useState(false)
  const [isOver, setOver] = useState(false)
  const camera = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  useEffect(() => setReady(true), [])
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])].filter(({ type }) => type === '' || type.startsWith('image/'))
    if (files.length > 0) onFiles(files)
  }
  usePaste(take)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const over = (event: DragEvent, isInside: boolean) => {
    event.preventDefault()
    setOver(isInside)
  }
  const changed = (input: HTMLInputElement) => {
    take(input.files)
    input.value = ''
  }
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${action}?from=${encodeURIComponent(from)}`}
      className={isOver ? 'photo-picker photo-picker-over' : 'photo-picker'}
      onDrop={drop}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <div className={isReady ? 'hidden-text' : 'field'}>
        <label htmlFor="photos">{words.choose}</label>
        <input
          ref={chooser}
          id="photos"
          name="photos"
          type="file"
          multiple
          accept={accepted}
          className="input"
          tabIndex={isReady ? -1 : undefined}
          onChange={isReady ? (event) => changed(event.currentTarget) : undefined}
        />
      </div>
      {isReady ? (
        <>
          <button type="button" className="button" onClick={() => chooser.current?.click()}>
            {words.choose}
          </button>
          <button type="button" className="button button-quiet photo-camera" onClick={() => camera.current?.click()}>
            {words.camera}
          </button>
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            className="hidden-text"
            tabIndex={-1}
            aria-label={words.camera}
            onChange={(event) => changed(event.currentTarget)}
          />
          <p className="meta photo-drop">{isOver ? words.dropNow : words.drop}</p>
        </>
      ) : (
        <button type="submit" className="button">
          {words.send}
        </button>
      )}
    </form>
  )
}

/** A picture in the clipboard, pasted anywhere on the page but into a text field. */
function usePaste(take: (list: FileList | undefined) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const paste = (event: globalThis.ClipboardEvent | ClipboardEvent) => {
      if (event.clipboardData?.files.length) latest.current(event.clipboardData.files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
