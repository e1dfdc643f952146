/**
 * The shapes of the sample data: plain values that name each other by code. The loader turns codes into rows; nothing
 * here touches a database. Dates are local days, and `validTo` is the last valid day, not the day after.
 */
import type { IsoDate } from '#domain/time.ts';

/** How well the source supports a fact: H = official text, M = one secondary source, L = inference. */
export type Confidence = 'H' | 'M-H' | 'M' | 'L-M' | 'L';

export type Validity = { readonly validFrom: IsoDate; readonly validTo: IsoDate | null };

export type UnitKind = 'board' | 'section' | 'commune' | 'ward' | 'district' | 'police' | 'department' | 'city';

export type UnitSeed = Validity & {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly parent: string | null;
  readonly officialCode: string | null;
  /** Stands after the number of this unit's documents: 12/BQL-QHXD. */
  readonly symbol: string | null;
  readonly headApproves?: boolean;
};

export type SuccessionSeed = { readonly old: string; readonly new: string; readonly isDefault: boolean };

/** `main` is preset as a party, `edge` and `candidate` are offered; a zone without a main unit presets nobody. */
export type ZoneUnitSeed = Validity & { readonly unit: string; readonly role: 'main' | 'edge' | 'candidate' };

export type FieldQuestionSeed = Validity & {
  readonly field: string;
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'choice';
  readonly choices: readonly string[];
  readonly required: boolean;
};

export type ZoneSeed = {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly areaHa: number | null;
  readonly status: 'operating' | 'planned';
  /** Is it one of the nine zones that the article of 2022 counts without naming them? */
  readonly inListOf9: 'yes' | 'unclear' | 'no';
  readonly locationConfidence: Confidence;
  readonly units: readonly ZoneUnitSeed[];
  readonly note: string | null;
};

export type FieldSeed = Validity & {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
  /** The board's section that leads the field. */
  readonly leadSection: string;
  /** Parties proposed besides the zone's unit. Not inherited by children. */
  readonly defaultUnits: readonly string[];
};

export type RequestType = 'opinion' | 'information' | 'joint_work' | 'site_survey' | 'difficulty';
export type Urgency = 'thuong' | 'khan' | 'thuong_khan' | 'hoa_toc';
export type Term = {
  readonly amount: number;
  readonly unit: 'working_day' | 'working_hour' | 'working_minute' | 'calendar_day';
};
export type Silence = 'deemed_agreed' | 'proceed_and_report' | 'escalate' | 'none';
export type UrgencyTerms = { readonly urgency: Urgency; readonly receipt: Term; readonly answer: Term };

export type RegulationSeed = Validity & {
  readonly code: string;
  readonly number: string | null;
  readonly title: string;
  readonly issued: IsoDate;
  readonly replacedBy: string | null;
  readonly parties: readonly string[];
  readonly terms: readonly UrgencyTerms[];
  readonly maxExtensions: number;
  /** The longest extension, as a share of the answer term. */
  readonly extensionShare: number;
  readonly maxPause: Term;
  readonly silence: Silence;
  /** The provision behind `silence`. Consent by silence has no effect without one. */
  readonly clause: string | null;
  /** The terms above are ours, not the document's; every explanation of a deadline says so. */
  readonly termsAreProposal: boolean;
  readonly note: string | null;
};

export type UnitGroupSeed = {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  /** Offered one by one beside the members, never preset. */
  readonly candidates: readonly string[];
};

export type EnterpriseSeed = {
  readonly taxCode: string;
  readonly name: string;
  readonly zone: string;
  readonly sector: string;
};

export type Gender = 'nam' | 'nu';
export type Role = 'official' | 'focal' | 'head' | 'leader' | 'clerk' | 'coordinator' | 'admin' | 'auditor';

export type PersonSeed = {
  /** Slug of the name; also the external id of the person's web chat account. */
  readonly key: string;
  readonly name: string;
  readonly gender: Gender;
  readonly title: string;
  readonly memberships: readonly { readonly unit: string; readonly role: Role; readonly from: IsoDate }[];
};

/** One person with one membership, as the tables of people write it. */
export type PersonRow = readonly [name: string, gender: Gender, title: string, unit: string, role: Role];

export type IndicatorSeed = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Null where the source does not say when the period begins. */
  readonly periodStart: IsoDate | null;
  readonly periodEnd: IsoDate;
  readonly periodLabel: string;
  readonly periodUncertain: boolean;
  readonly value: number;
  readonly valueMax: number | null;
  readonly approx: boolean;
  readonly unit:
    | 'project'
    | 'million USD'
    | 'billion USD'
    | 'billion VND'
    | 'million USD equiv.'
    | 'zone'
    | 'zone or cluster';
  readonly kind: 'actual' | 'estimate' | 'forecast' | 'target';
  readonly ofPlanPct: number | null;
  /** `level`: 45 means 45 % of the year before; `change`: 28.8 means 28.8 % more than it. */
  readonly vsPrevPct: number | null;
  readonly vsPrevKind: 'level' | 'change' | null;
  /** A total that the source converted itself: its parts, by id. Shown as stated, never recomputed. */
  readonly statedTotalOf: readonly string[];
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
};

export type PartPosition = 'agree' | 'agree_with_remarks' | 'disagree' | 'done' | 'people_sent' | 'information_given';

export type PastPart = {
  readonly unit: string;
  /** Null: not received yet. */
  readonly receivedAfterWorkingHours: number | null;
  /** Counted from the day of receipt, 0 = the same day. Null: no answer yet. */
  readonly answeredAfterWorkingDays: number | null;
  /** With the text. Without an answer: a draft that waits for approval. Null: not even a draft. */
  readonly position: PartPosition | null;
  readonly answerText: string | null;
};

export type PastRequest = {
  readonly filerKey: string;
  readonly askingUnit: string;
  /** Null: about all zones, asked of a whole group. */
  readonly zone: string | null;
  readonly field: string;
  readonly enterprise: string | null;
  readonly subject: string;
  readonly type: RequestType;
  readonly urgency: Urgency;
  readonly filedOn: IsoDate;
  readonly parts: readonly PastPart[];
  /** Synthesised the working day after the last answer, closed the next; withdrawn two after filing. */
  readonly outcome: 'closed' | 'synthesised' | 'open' | 'withdrawn';
  /** The result of a closed request, the reason of a withdrawn one. */
  readonly outcomeText: string | null;
};
