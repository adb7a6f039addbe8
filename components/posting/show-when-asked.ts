/** Shows the fields of a form whose condition holds, and hides the others, as the answers change. @returns What stops it. */
export function showWhenAsked(form: HTMLFormElement): () => void {
  const update = () => {
    for (const field of form.querySelectorAll<HTMLElement>('[data-shown-key]')) {
      const values: readonly string[] = JSON.parse(field.dataset['shownValues'] ?? '[]')
      const given = new FormData(form)
        .getAll(field.dataset['shownKey'] ?? '')
        .map(String)
        .filter(Boolean)
      field.hidden = !(given.length === 0 ? values.includes('false') : given.some((value) => values.includes(value)))
    }
  }
  form.addEventListener('change', update)
  update()
  return () => form.removeEventListener('change', update)
}
