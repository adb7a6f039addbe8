declare module 'heic-decode' {
  type Pixels = Readonly<{ width: number; height: number; data: Uint8ClampedArray }>
  type Picture = Readonly<{ width: number; height: number; decode: () => Promise<Pixels> }>
  type Pictures = readonly Picture[] & { readonly dispose: () => void }
  const decode: { readonly all: (input: { buffer: Uint8Array }) => Promise<Pictures> }
  export = decode
}
