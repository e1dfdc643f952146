/** Width and height of a picture, read from its own head. */
export type PictureSize = { readonly width: number; readonly height: number };

export const sizeOf = (bytes: Uint8Array, mime: 'image/jpeg' | 'image/png'): PictureSize | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = mime === 'image/png' ? ofPng(view) : ofJpeg(view);
  return size === null || size.width === 0 || size.height === 0 ? null : size;
};

const ofPng = (view: DataView): PictureSize | null =>
  view.byteLength < 24 || view.getUint32(0) !== 0x89504e47
    ? null
    : { width: view.getUint32(16), height: view.getUint32(20) };

/** Segments are walked up to the frame's head: the markers C0–CF but for tables and reserved ones. */
const ofJpeg = (view: DataView): PictureSize | null => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    // Fill bytes before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
};
