const longestSide = 2560
const lightEnough = 1_500_000

/**
 * Makes a photo small enough to travel, where the browser can read it; as it is otherwise. Drawing it anew leaves what
 * the camera wrote into it behind.
 */
export async function shrinkPhoto(file: File): Promise<Blob> {
  if (file.size <= lightEnough || /gif|svg/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return file
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.88)
    })
    return small && small.size < file.size ? small : file
  } catch {
    // A kind this browser cannot read, such as HEIC: the server can.
    return file
  }
}
