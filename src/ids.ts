/**
 * The only place that makes random values. Tokens go into buttons and links, codes are typed by people; both come from
 * the system's secure generator, so that guessing one is hopeless. Codes are stored as hashes only.
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: a code is read aloud and copied from paper. */
const READABLE = '34679ACDEFGHJKMNPQRTWXY';
const CODE_LENGTH = 16;
const GROUP = 4;

/** Names a stored choice: 95 bits in 16 bytes, which fit any platform's button. */
export const newToken = (): string => pick(BASE62, 16);

/** An invitation or link code as shown: `ACDE-FGHJ-KMNP-QRTW`, 72 bits. */
export const newCode = (): string => inGroups(pick(READABLE, CODE_LENGTH));

/** The code in its one form however it was typed (case, spaces, dashes), or null when it cannot be a code. */
export const readCode = (typed: string): string | null => {
  const letters = typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '');
  const isCode = letters.length === CODE_LENGTH && [...letters].every((letter) => READABLE.includes(letter));
  return isCode ? inGroups(letters) : null;
};

/** What is stored of a code. Plain SHA-256 is enough: 72 random bits cannot be searched through. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

/** A new code, and what is stored of it. */
export const newHashedCode = (): { readonly code: string; readonly hash: string } => {
  const code = newCode();
  return { code, hash: hashOfCode(code) };
};

/** Names a process, a lease or a run. */
export const newUuid = (): string => randomUUID();

const pick = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

const inGroups = (letters: string): string => letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? letters;

/** Names a set of choices shown together: random, so that a turn needs no round trip for it; 48 bits fit a double. */
export const newSetId = (): number => randomBytes(6).readUIntBE(0, 6);

/** A key of the application: 256 bits. */
export const newKey = (): string => randomBytes(32).toString('hex');

/** Never twice with one key: what a cipher begins with. */
export const newNonce = (bytes: number): Buffer => randomBytes(bytes);
