/**
 * The acts table of DESIGN 4 as data: on what, in which states, and who. `permission/may.ts` is its only reader; it
 * decides for buttons, typed words, forged presses and lists alike.
 */
import type { Relation } from '#domain/permission/relation.ts';
import type { PartState, RequestState } from './request.ts';

/** In the order of their buttons: what moves the matter on comes first. */
export const ACT_NAMES = [
  'undo',
  'receive',
  'complete',
  'agree_extension',
  'refuse_extension',
  'agree_handover',
  'refuse_handover',
  'answer',
  'approve',
  'return_draft',
  'assign',
  'record_answer',
  'record_arrival',
  'ask_extension',
  'ask_completion',
  'hand_on',
  'replace_answer',
  'urge',
  'ask_again',
  'drop_unit',
  'synthesise',
  'close',
  'reopen',
  'add_unit',
  'change_urgency',
  'exchange',
  'number_answer',
  'number_request',
  'add_watcher',
  'withdraw',
] as const;
export type ActName = (typeof ACT_NAMES)[number];

export type ActRule = {
  readonly subject: 'request' | 'part';
  readonly requestStates: readonly RequestState[];
  /** For acts on a part. */
  readonly partStates?: readonly PartState[];
  readonly who: readonly Relation[];
};

const ASKING_SIDE: readonly Relation[] = ['filer', 'asking_chief'];
const UNIT_SIDE: readonly Relation[] = ['desk', 'head', 'leader'];
const HOLDER_OR_UNIT: readonly Relation[] = ['holder', ...UNIT_SIDE];
const OWED: readonly PartState[] = ['awaiting', 'accepted', 'drafted'];

const onPart = (partStates: readonly PartState[], who: readonly Relation[]): ActRule => ({
  subject: 'part',
  requestStates: ['open'],
  partStates,
  who,
});
const onRequest = (requestStates: readonly RequestState[], who: readonly Relation[]): ActRule => ({
  subject: 'request',
  requestStates,
  who,
});
/** A late answer may be approved after the synthesis; it blocks nothing. */
const onDraft: ActRule = {
  subject: 'part',
  requestStates: ['open', 'synthesised'],
  partStates: ['drafted', 'answered', 'silent'],
  who: ['approver'],
};

const ANY_REQUEST: readonly RequestState[] = ['open', 'synthesised', 'closed', 'withdrawn'];
const ANY_PART: readonly PartState[] = [
  'awaiting',
  'accepted',
  'drafted',
  'answered',
  'closed',
  'returned',
  'handed_on',
  'silent',
  'cancelled',
];
/** A unit with nobody linked is followed on paper by whoever asked it. */
const ON_PAPER: readonly Relation[] = ['asking_side_on_paper'];

export const ACTS: Readonly<Record<ActName, ActRule>> = {
  undo: onRequest(['open'], ['filer']),
  withdraw: onRequest(['open', 'synthesised'], ASKING_SIDE),
  receive: onPart(['awaiting'], [...UNIT_SIDE, 'clerk']),
  assign: onPart(['accepted', 'drafted'], UNIT_SIDE),
  answer: { ...onPart(['accepted', 'silent'], HOLDER_OR_UNIT), requestStates: ['open', 'synthesised'] },
  approve: onDraft,
  return_draft: onDraft,
  replace_answer: onPart(['answered'], UNIT_SIDE),
  ask_again: onPart(['answered'], ASKING_SIDE),
  ask_extension: onPart(['accepted', 'drafted'], HOLDER_OR_UNIT),
  agree_extension: onPart(['accepted', 'drafted'], ASKING_SIDE),
  refuse_extension: onPart(['accepted', 'drafted'], ASKING_SIDE),
  ask_completion: onPart(['awaiting', 'accepted'], HOLDER_OR_UNIT),
  complete: onPart(['returned'], ASKING_SIDE),
  hand_on: onPart(['awaiting', 'accepted'], UNIT_SIDE),
  agree_handover: onPart(['awaiting', 'accepted'], ['asking_leader']),
  refuse_handover: onPart(['awaiting', 'accepted'], ['asking_leader']),
  record_answer: {
    ...onPart([...OWED, 'silent'], ['clerk', ...ON_PAPER]),
    requestStates: ['open', 'synthesised'],
  },
  record_arrival: onPart(['awaiting'], ON_PAPER),
  exchange: onPart(ANY_PART, [...HOLDER_OR_UNIT, ...ASKING_SIDE]),
  number_answer: { ...onPart(ANY_PART, ['holder', 'clerk']), requestStates: ANY_REQUEST },
  number_request: onRequest(ANY_REQUEST, ['filer', 'asking_clerk']),
  add_watcher: onRequest(['open'], ASKING_SIDE),
  urge: onPart(OWED, [...ASKING_SIDE, 'coordinator']),
  change_urgency: onRequest(['open'], ASKING_SIDE),
  add_unit: onRequest(['open'], ASKING_SIDE),
  drop_unit: onPart([...OWED, 'returned'], ASKING_SIDE),
  synthesise: onRequest(['open', 'synthesised'], [...ASKING_SIDE, 'coordinator']),
  close: onRequest(['synthesised'], ASKING_SIDE),
  reopen: onRequest(['closed', 'withdrawn'], ASKING_SIDE),
};
