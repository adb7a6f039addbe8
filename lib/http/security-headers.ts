/** Whether a page is the same for everybody, and so may tell our own pages where a visitor came from. */
export type PageAudience = 'public' | 'private'

/** Headers every answer carries; names and values in turn, as `writeHead` takes them. */
export function securityHeaders(
  audience: PageAudience,
  options: Readonly<{ isHttps: boolean; isFramedBySelf?: boolean }>,
): readonly (readonly [string, string])[] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', audience === 'public' ? 'same-origin' : 'no-referrer'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['X-Frame-Options', options.isFramedBySelf ? 'SAMEORIGIN' : 'DENY'],
    ...(options.isHttps ? ([['Strict-Transport-Security', 'max-age=63072000']] as const) : []),
  ]
}
