/** Photos for tests: small, true pictures that differ from each other. */
import { PNG } from '#test/factories/paper.ts';
import type { SentFile } from '#test/fakes/profile/platform.ts';

export const photo = (no: number): SentFile => ({
  name: `anh-${no}.png`,
  mime: 'image/png',
  // What follows the end of a picture is not looked at; it makes the bytes, and the hash, another.
  bytes: Buffer.concat([PNG, Buffer.from(String(no))]),
});
