type Place = Readonly<{ name: string; postcode: string; area: string }>

const waitMs = 180

/** Fills the list beside the town's input with towns that begin with what is typed. @returns What stops it. */
export function suggestPlaces(form: HTMLFormElement): () => void {
  const input = form.elements.namedItem('place')
  const list = form.querySelector('datalist')
  if (!(input instanceof HTMLInputElement) || !list) return () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const typed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void fill(list, input.value), waitMs)
  }
  input.addEventListener('input', typed)
  return () => {
    clearTimeout(timer)
    input.removeEventListener('input', typed)
  }
}

async function fill(list: HTMLDataListElement, text: string): Promise<void> {
  if (text.trim().length < 2) return
  try {
    const response = await fetch(`/api/v1/places?q=${encodeURIComponent(text)}`)
    if (!response.ok) return
    const { places } = (await response.json()) as { places: readonly Place[] }
    list.replaceChildren(
      ...places.map(({ name, postcode, area }) => {
        const option = document.createElement('option')
        option.value = `${name} ${postcode}`.trim()
        option.label = area
        return option
      }),
    )
  } catch {
    // Without suggestions the town is chosen on the next page.
  }
}
