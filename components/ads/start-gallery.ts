/** Gives life to the buttons, the count and the full-screen view of a gallery, until `signal` ends it. */
export function startGallery(gallery: Element, signal: AbortSignal): void {
  const strip = gallery.querySelector('.gallery-strip')
  const dialog = gallery.querySelector('dialog')
  if (!strip || !dialog) return
  const links: Element[] = [...strip.querySelectorAll('a')]
  let at = 0
  // Where a button sent the strip, until it is there: on its way it passes pictures that nobody asked for.
  let goal: number | undefined
  const count = (next: number) => {
    if (next === at) return
    at = next
    for (const output of gallery.querySelectorAll('output')) output.textContent = `${at + 1} / ${links.length}`
  }
  const show = (next: number) => {
    count((next + links.length) % links.length)
    goal = at
    strip.scrollTo({ left: at * strip.clientWidth, behavior: 'smooth' })
    if (dialog.open) enlarge(dialog, links[at])
  }
  const press = (event: Event) => {
    const pressed = event.target instanceof Element ? event.target.closest('a, button') : null
    if (!pressed) return
    event.preventDefault()
    if (pressed.matches('.gallery-previous')) show(at - 1)
    else if (pressed.matches('.gallery-next')) show(at + 1)
    else if (pressed.matches('.gallery-close')) dialog.close()
    else if (pressed.closest('.gallery-thumbs'))
      show([...gallery.querySelectorAll('.gallery-thumbs a')].indexOf(pressed))
    else {
      dialog.showModal()
      show(links.indexOf(pressed))
    }
  }
  const turn = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') show(at - 1)
    if (event.key === 'ArrowRight') show(at + 1)
  }
  const follow = () => {
    const there = Math.round(strip.scrollLeft / Math.max(1, strip.clientWidth))
    if (goal === undefined) count(there)
    else if (there === goal) goal = undefined
  }
  const takeOver = () => {
    goal = undefined
  }
  gallery.addEventListener('click', press, { signal })
  strip.addEventListener('scroll', follow, { signal, passive: true })
  for (const name of ['pointerdown', 'wheel', 'keydown'])
    strip.addEventListener(name, takeOver, { signal, passive: true })
  dialog.addEventListener('keydown', turn, { signal })
  dialog.addEventListener('close', () => dialog.querySelector('img')?.remove(), { signal })
}

/** The large file of a picture, in place of the one that was there. */
function enlarge(dialog: HTMLDialogElement, link: Element | undefined): void {
  dialog.querySelector('img')?.remove()
  if (!link) return
  const picture = document.createElement('img')
  picture.src = link.getAttribute('href') ?? ''
  picture.alt = link.querySelector('img')?.alt ?? ''
  dialog.prepend(picture)
}
