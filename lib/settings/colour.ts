/** A colour by lightness 0 to 1, chroma 0 to about 0.4 and hue in degrees. */
export type Oklch = Readonly<{ l: number; c: number; h: number }>
type Rgb = readonly [red: number, green: number, blue: number]

/** Linear sRGB; components outside 0 to 1 are beyond what a screen can show. After Björn Ottosson's definition. */
function linear({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

/** The nearest colour of the same lightness and hue that a screen can show, as browsers find it: with less chroma. */
function shown(colour: Oklch): Rgb {
  const isShowable = (rgb: Rgb) => rgb.every((part) => part >= -0.0005 && part <= 1.0005)
  if (isShowable(linear(colour))) return linear(colour)
  let least = 0
  let most = colour.c
  for (let step = 0; step < 20; step += 1) {
    const middle = (least + most) / 2
    if (isShowable(linear({ ...colour, c: middle }))) least = middle
    else most = middle
  }
  return linear({ ...colour, c: least })
}

const clamp = (part: number) => Math.min(1, Math.max(0, part))
const encoded = (part: number) => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)

/** `#rrggbb`, for mails and print, where oklch is not understood. */
export function hexOf(colour: Oklch): string {
  const parts = shown(colour).map((part) => Math.round(encoded(clamp(part)) * 255))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The contrast of two colours as WCAG 2 defines it, 1 to 21; of what a screen shows, rounded to its 256 steps. */
export function contrastOf(left: Oklch, right: Oklch): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Oklch): number {
  const [red = 0, green = 0, blue = 0] = shown(colour).map((part) => {
    const step = Math.round(encoded(clamp(part)) * 255) / 255
    return step <= 0.04045 ? step / 12.92 : ((step + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** `oklch(0.335 0.055 225)`. */
export function cssOf({ l, c, h }: Oklch): string {
  const number = (value: number, digits: number) => String(Number(value.toFixed(digits)))
  return `oklch(${number(l, 4)} ${number(c, 4)} ${number(((h % 360) + 360) % 360, 1)})`
}
