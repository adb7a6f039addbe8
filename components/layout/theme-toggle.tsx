'use client'

import { useEffect, useState } from 'react'

const themes = ['light', 'dark', 'system'] as const
type Theme = (typeof themes)[number]

/** Three buttons that keep the chosen theme in a cookie, which only `theme.js` reads. Hidden without JavaScript. */
export function ThemeToggle({ label, names }: Readonly<{ label: string; names: Record<Theme, string> }>) {
  const [theme, setTheme] = useState<Theme>()
  useEffect(() => {
    const current = document.documentElement.dataset['theme']
    setTheme(current === 'light' || current === 'dark' ? current : 'system')
  }, [])
  return (
    <fieldset className="theme-toggle needs-js">
      <legend className="hidden-text">{label}</legend>
      <span aria-hidden="true">{label}</span>
      {themes.map((name) => (
        <button key={name} type="button" aria-pressed={theme === name} onClick={() => setTheme(keep(name))}>
          {names[name]}
        </button>
      ))}
    </fieldset>
  )
}

function keep(theme: Theme): Theme {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  const lifetime = theme === 'system' ? 0 : 31_536_000
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers we serve.
  document.cookie = `theme=${theme}; path=/; max-age=${lifetime}; samesite=lax`
  return theme
}
