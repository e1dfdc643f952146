/**
 * How a stored file is handed to the browser. Pictures and sound of well-known types are shown in the chat;
 * everything else is only ever downloaded, so that no uploaded page or script runs as ours.
 */
import type { WebUpload } from './store.ts';

const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp)|audio\/(?:mpeg|mp4|ogg|wav|webm))$/;

export const fileHeaders = ({ name, mime }: Pick<WebUpload, 'name' | 'mime'>): Record<string, string> => {
  const shown = SHOWN.test(mime);
  return {
    'content-type': shown ? mime : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=86400, immutable',
  };
};

/** RFC 8187: what encodeURIComponent leaves alone but the header does not. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
