'use client'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** Keys that type into a field of the same form; hidden without JavaScript, where the field itself is enough. */
export function Keypad({ label, erase, target }: Readonly<{ label: string; erase: string; target: string }>) {
  const press = (key: string | undefined) => {
    const field = document.getElementById(target)
    if (!(field instanceof HTMLInputElement)) return
    field.value = key === undefined ? field.value.trimEnd().slice(0, -1) : field.value + key
  }
  return (
    <fieldset className="keypad needs-js">
      <legend className="hidden-text">{label}</legend>
      {keys.map((key) => (
        <button key={key} type="button" onClick={() => press(key)}>
          {key}
        </button>
      ))}
      <button type="button" className="keypad-erase" onClick={() => press(undefined)}>
        {erase}
      </button>
    </fieldset>
  )
}
