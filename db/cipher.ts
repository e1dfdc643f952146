/** What a copy of the database must not tell: encrypted with the application's key (AES-256-GCM), bound to its row's name. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { newNonce } from '#src/ids.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

export type Cipher = {
  readonly seal: (name: string, text: string) => Buffer;
  /** Null: written with another key, under another name, or changed since. */
  readonly open: (name: string, sealed: Buffer) => string | null;
};

/** @param appKey any words; a key of the right length and for this one purpose is derived from them */
export const cipherWith = (appKey: string): Cipher => {
  const key = Buffer.from(hkdfSync('sha256', appKey, '', 'credential', 32));
  return {
    seal: (name, text) => {
      const nonce = newNonce(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open: (name, sealed) => {
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE))
          .setAAD(Buffer.from(name))
          .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return null; // not of this key
      }
    },
  };
};
