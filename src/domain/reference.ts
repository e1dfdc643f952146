/** Everything that is data with validity dates, as one value: what the rules need besides the request itself. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Term } from '#domain/calendar/term.ts';
import type { Alias } from '#domain/directory/alias.ts';
import type { Directory, UnitId } from '#domain/directory/directory.ts';
import type { FieldQuestion } from '#domain/request/own-form.ts';
import type { Urgency } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';

export type Zone = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly status: 'operating' | 'planned';
  readonly units: readonly ZoneUnit[];
};

export type ZoneUnit = {
  readonly unitId: UnitId;
  /** Only a main unit is proposed by itself; candidates are offered, none preset. */
  readonly role: 'main' | 'edge' | 'candidate';
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

export type Field = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly parentId: number | null;
  readonly aliases: readonly string[];
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** Units that are party to this field wherever the zone lies. */
  readonly parties: readonly UnitId[];
  /** What a request of this field is asked beside the common form, in order. */
  readonly questions: readonly FieldQuestion[];
};

export type Enterprise = {
  readonly id: number;
  readonly taxCode: string;
  readonly name: string;
  readonly zoneId: number | null;
};

export type SilenceOutcome = 'deemed_agreed' | 'proceed_and_report' | 'escalate' | 'none';

export type Regulation = {
  readonly id: number;
  readonly code: string;
  readonly number: string | null;
  readonly title: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly parties: ReadonlySet<UnitId>;
  readonly terms: ReadonlyMap<Urgency, { readonly receipt: Term; readonly answer: Term }>;
  readonly maxExtensions: number;
  /** A longer wait for a completion cancels the part. */
  readonly maxPause: Term;
  readonly silence: SilenceOutcome;
  readonly clause: string | null;
  /** The terms are a proposal of ours, not the document's; explanations say so. */
  readonly termsAreProposal: boolean;
};

export type UnitGroup = { readonly code: string; readonly name: string; readonly units: readonly UnitId[] };

export type Reference = {
  readonly version: number;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly zones: ReadonlyMap<number, Zone>;
  readonly fields: ReadonlyMap<number, Field>;
  readonly regulations: readonly Regulation[];
  readonly groups: readonly UnitGroup[];
  readonly enterprises: ReadonlyMap<number, Enterprise>;
  /** Those that administrators gave; zones and fields also bring their own. */
  readonly aliases: readonly Alias[];
};

/** The version under which a request was filed: it keeps it for life (MA4). */
export const regulationOf = (reference: Reference, request: { readonly regulationId: number }): Regulation => {
  const found = reference.regulations.find((one) => one.id === request.regulationId);
  if (found === undefined) throw new Error(`there is no regulation ${request.regulationId}`);
  return found;
};

/** The version in force on a day; the latest one where several are. */
export const regulationOn = (reference: Reference, day: IsoDate): Regulation | null =>
  reference.regulations
    .filter((one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
