/**
 * An official paper as a value: what stands in it, and nothing of how it looks. `render.ts` lays it out as annex I of
 * Decree 30/2020/NĐ-CP has it. Number and day are the clerk's to give: they are always blank.
 */

/** Words in a line; a plain string is upright. */
export type Run = string | { readonly bold: string } | { readonly italic: string };
export type Words = string | readonly Run[];

export type Paper = {
  readonly head: Head;
  /** Null: a letter, whose matter stands under its number. */
  readonly title: { readonly kind: string; readonly about: string } | null;
  /** Each without its closing sign. */
  readonly basis: readonly string[];
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  readonly signature: Signature;
  /** Without dash and closing sign; the line of the archive is added. Empty: minutes are handed to those who sign. */
  readonly recipients: readonly string[];
  /** What is kept with the clerk, as in "VT, QHXD". */
  readonly archive: string;
  readonly annexes: readonly Annex[];
  /** At the foot of each page, outside the official part: by what code the matter is found again. */
  readonly reference: string;
};

export type Head = {
  /** Line by line, as they are to be broken; empty: nobody stands above. */
  readonly superior: readonly string[];
  readonly issuer: readonly string[];
  /** What follows the number: `BB-BQL`. */
  readonly symbol: string;
  /** A letter's matter: "V/v …" under the number. */
  readonly about: string | null;
  readonly place: string;
  readonly year: number;
  /** The stamp of urgency, or of restricted circulation. */
  readonly stamp: string | null;
};

export type Block =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: Words }
  /** 1., 2., 3. …: each list counts from one. */
  | { readonly kind: 'numbered'; readonly items: readonly Words[] }
  | { readonly kind: 'dashed'; readonly items: readonly Words[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** The last row, set apart. */
      readonly total?: readonly string[];
    }
  /** Who signs beside those who close the paper: members of a team, the enterprise. */
  | { readonly kind: 'signers'; readonly signers: readonly Signer[] };

export type Column = {
  readonly title: string;
  /** Its part of the table's width, beside those of the others. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
};

export type Signer = {
  /** On whose behalf and in whose place, line by line: "TM. Ủy ban nhân dân", "KT. Chủ tịch". */
  readonly authority: readonly string[];
  readonly title: string;
  /** Null: to be written by hand. */
  readonly name: string | null;
};

/** Minutes have a second signer, on the left. */
export type Signature = { readonly right: Signer; readonly left: Signer | null };

export type Annex = {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
};

export type Picture = {
  readonly bytes: Uint8Array;
  readonly mime: 'image/jpeg' | 'image/png';
  readonly caption: string;
};
