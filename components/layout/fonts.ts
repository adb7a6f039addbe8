import localFont from 'next/font/local'

export const schibsted = localFont({
  src: '../../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-schibsted',
  display: 'swap',
  preload: true,
})

export const martian = localFont({
  src: '../../node_modules/@fontsource-variable/martian-mono/files/martian-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-martian',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})
