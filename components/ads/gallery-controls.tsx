'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

type Labels = Readonly<{ previous: string; next: string; close: string; gallery: string }>

/** Buttons, count and full-screen view for the gallery it stands in; it finds the pictures in the page. */
export function GalleryControls({ count, labels }: Readonly<{ count: number; labels: Labels }>) {
  const bar = useRef<HTMLDivElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  const [large, setLarge] = useState<{ src: string; alt: string }>()

  useEffect(() => {
    const gallery = bar.current?.closest('.gallery')
    const strip = gallery?.querySelector('.gallery-strip')
    if (!gallery || !strip) return
    const onScroll = () => setAt(Math.round(strip.scrollLeft / Math.max(1, strip.clientWidth)))
    const onClick = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link) return
      event.preventDefault()
      const links = [
        ...gallery.querySelectorAll(link.closest('.gallery-strip') ? '.gallery-strip a' : '.gallery-thumbs a'),
      ]
      showAt(strip, links.indexOf(link))
      if (!link.closest('.gallery-strip')) return
      setLarge(pictureOf(link))
      dialog.current?.showModal()
    }
    strip.addEventListener('scroll', onScroll, { passive: true })
    gallery.addEventListener('click', onClick)
    return () => {
      strip.removeEventListener('scroll', onScroll)
      gallery.removeEventListener('click', onClick)
    }
  }, [])

  const move = (step: number) => {
    const strip = bar.current?.closest('.gallery')?.querySelector('.gallery-strip')
    if (!strip) return
    const next = (at + step + count) % count
    setAt(next)
    showAt(strip, next)
    const link = strip.querySelectorAll('a')[next]
    if (large && link) setLarge(pictureOf(link))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') move(-1)
    if (event.key === 'ArrowRight') move(1)
  }
  const buttons = (
    <>
      <button type="button" onClick={() => move(-1)} aria-label={labels.previous} className="gallery-previous" />
      <output className="num">
        {at + 1} / {count}
      </output>
      <button type="button" onClick={() => move(1)} aria-label={labels.next} className="gallery-next" />
    </>
  )
  return (
    <>
      {count > 1 ? (
        <div ref={bar} className="gallery-bar needs-js">
          {buttons}
        </div>
      ) : (
        <div ref={bar} hidden />
      )}
      <dialog
        ref={dialog}
        className="lightbox"
        aria-label={labels.gallery}
        onClose={() => setLarge(undefined)}
        onKeyDown={onKeyDown}
      >
        {large ? <img src={large.src} alt={large.alt} /> : null}
        <div className="gallery-bar">
          {count > 1 ? buttons : null}
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            aria-label={labels.close}
            className="gallery-close"
          />
        </div>
      </dialog>
    </>
  )
}

function showAt(strip: Element, at: number): void {
  strip.scrollTo({ left: at * strip.clientWidth, behavior: 'smooth' })
}

function pictureOf(link: Element): { src: string; alt: string } {
  return { src: link.getAttribute('href') ?? '', alt: link.querySelector('img')?.alt ?? '' }
}
