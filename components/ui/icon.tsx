import { html, type Markup } from '../../lib/text/markup.ts'

const shapes = {
  search: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM12.2 12.2 17 17',
  lock: 'M4 9h12v8H4zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9',
  check: 'm3.5 10.5 4 4 9-9',
  previous: 'M12.5 4 6.5 10l6 6',
  next: 'm7.5 4 6 6-6 6',
  share: 'M10 12.5V3M6.5 6.5 10 3l3.5 3.5M4 10v7h12v-7',
  print: 'M6 7V3h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8V17H6z',
  close: 'M4.5 4.5l11 11M15.5 4.5l-11 11',
  phone:
    'M4 3h3.5l1.5 4-2 1.5a9 9 0 0 0 4.5 4.5l1.5-2 4 1.5V16a1.5 1.5 0 0 1-1.5 1.5C9 17.5 2.5 11 2.5 4.500A1.5 1.5 0 0 1 4 3Z',
  mail: 'M3 5h14v10.500H3zM3.5 5.5 10 11l6.5-5.5',
  pin: 'M10 17.500s5.5-5 5.5-9.200a5.5 5.5 0 0 0-11 0C4.5 12.5 10 17.5 10 17.500ZM10 6.300a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  clock: 'M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v4l3 2',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  move: 'M10 3v14M3 10h14M8 5l2-2 2 2M8 15l2 2 2-2M5 8l-2 2 2 2M15 8l2 2-2 2',
} as const

export type IconName = keyof typeof shapes

/** A line drawing beside words that say the same; it is hidden from assistive technology. */
export function Icon({ name }: Readonly<{ name: IconName }>) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  )
}

/** {@link Icon} as markup. */
export function iconMarkup(name: IconName): Markup {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="${shapes[name]}"></path></svg>`
}
