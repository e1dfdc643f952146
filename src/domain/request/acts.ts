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
  'answer',
  'approve',
  'return_draft',
  'assign',
  'synthesise',
  'close',
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

export const ACTS: Readonly<Record<ActName, ActRule>> = {
  undo: { subject: 'request', requestStates: ['open'], who: ['filer'] },
  receive: { subject: 'part', requestStates: ['open'], partStates: ['awaiting'], who: [...UNIT_SIDE, 'clerk'] },
  assign: { subject: 'part', requestStates: ['open'], partStates: ['accepted', 'drafted'], who: UNIT_SIDE },
  answer: {
    subject: 'part',
    requestStates: ['open'],
    partStates: ['accepted', 'silent'],
    who: ['holder', ...UNIT_SIDE],
  },
  approve: { subject: 'part', requestStates: ['open'], partStates: ['drafted'], who: ['approver'] },
  return_draft: { subject: 'part', requestStates: ['open'], partStates: ['drafted'], who: ['approver'] },
  synthesise: { subject: 'request', requestStates: ['open', 'synthesised'], who: [...ASKING_SIDE, 'coordinator'] },
  close: { subject: 'request', requestStates: ['synthesised'], who: ASKING_SIDE },
};
