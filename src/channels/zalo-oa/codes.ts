/** The documented error codes, and what each asks of us. Two tables: the same number means two things. */

export type Kind =
  /** The token is not valid any more: renew it once, and call again. */
  | 'token'
  | 'retry'
  /** The application or account calls too fast. */
  | 'slow'
  /** A daily allowance is used up: of the account, or of this receiver. */
  | 'tomorrow'
  | 'receiver_tomorrow'
  /** Not at night. */
  | 'morning'
  /** Settings, money or rights of the account: a person must act. */
  | 'human'
  /** This account will not be reached until its person acts. */
  | 'blocked'
  | 'gone'
  /** Not this way, or not any more; another way to the person may work. */
  | 'elsewhere'
  | 'refused';

type Codes = Readonly<Partial<Record<Kind, readonly number[]>>>;

const OA: Codes = {
  token: [-216, -220, -124],
  // -100: what was uploaded has expired; each try uploads again.
  retry: [-100, -200],
  slow: [-32],
  tomorrow: [-211],
  receiver_tomorrow: [-218],
  morning: [-234],
  human: [-204, -205, -209, -212, -219, -221, -223, -224, -240, -242, -320, -321],
  blocked: [-213, -217, -227],
  gone: [-237, -238, -241, -403],
  elsewhere: [-230, -232, -244, -249],
  refused: [-201, -210, -233, -235, -248],
};

const TEMPLATE: Codes = {
  token: [-124, -216, -220],
  retry: [-100],
  slow: [-32],
  tomorrow: [-144, -147, -1441, -1471, -1472],
  morning: [-133],
  human: [
    ...[-101, -102, -103, -104, -105, -109, -131, -113, -1131, -115, -137, -117, -120, -135, -138, -1241, -125, -126],
    ...[-127, -1351, -136, -1381, -145, -146, -240, -242, -320, -321],
  ],
  elsewhere: [-108, -110, -114, -118, -119, -139, -140, -141, -230, -232, -249],
  refused: [-106, -107, -111, -112, -1121, -1122, -1124, -132, -161, -162, -201],
};

const tableOf = (codes: Codes): ReadonlyMap<number, Kind> =>
  // Object.entries forgets the names' type.
  new Map(
    (Object.entries(codes) as [Kind, readonly number[]][]).flatMap(([kind, all]) => all.map((code) => [code, kind])),
  );

export type Table = 'account' | 'template';
const TABLES: Readonly<Record<Table, ReadonlyMap<number, Kind>>> = {
  account: tableOf(OA),
  template: tableOf(TEMPLATE),
};

/** A code not listed is tried again, as often as any other trouble of the platform. */
export const kindOf = (table: Table, code: number): Kind => TABLES[table].get(code) ?? 'retry';

export const listedCodes = (table: Table): readonly number[] => [...TABLES[table].keys()];
