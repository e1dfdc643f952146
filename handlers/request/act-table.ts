/** Each act: what its form asks for, in the form's own order, and the rule that decides on what was given. */
import type { ActName } from '#domain/request/acts.ts';
import { answer } from '#domain/request/decide/answer.ts';
import { assign } from '#domain/request/decide/assign.ts';
import { addUnit, askAgain, changeUrgency, dropUnit, urge } from '#domain/request/decide/change.ts';
import { askCompletion, complete } from '#domain/request/decide/complete.ts';
import { approve, returnDraft } from '#domain/request/decide/decide-draft.ts';
import { agreeExtension, askExtension, refuseExtension } from '#domain/request/decide/extend.ts';
import { close, reopen, synthesise, undo, withdraw } from '#domain/request/decide/finish.ts';
import { agreeHandover, handOn, refuseHandover } from '#domain/request/decide/hand-on.ts';
import { numberAnswer, numberRequest, recordAnswer, recordArrival } from '#domain/request/decide/paper.ts';
import { receive } from '#domain/request/decide/receive.ts';
import { addWatcher, exchange } from '#domain/request/decide/share.ts';
import type { Case, Decision } from '#domain/request/decision.ts';
import type { Part } from '#domain/request/request.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Answers } from '#forms/define.ts';
import { type Given, givenOf } from './given.ts';

export type Asked =
  | 'person'
  | 'watcher'
  | 'unit'
  | 'urgency'
  | 'parts'
  | 'position'
  | 'until'
  | 'left_out'
  | 'number'
  | 'date'
  | 'signer'
  | 'words'
  /** Files of an answer: the button that ends them submits it. */
  | 'files'
  /** Files of anything else. */
  | 'enclosures';

type OnRequest = (on: Case, given: Given) => Result<Decision>;
type OnPart = (on: Case, part: Part, given: Given) => Result<Decision>;

type Act = {
  readonly asks: readonly Asked[];
  readonly decide: (on: Case, part: Part | null, given: Given) => Result<Decision>;
};

const ofRequest = (asks: readonly Asked[], decide: OnRequest): Act => ({
  asks,
  decide: (on, _part, given) => decide(on, given),
});

const ofPart = (asks: readonly Asked[], decide: OnPart): Act => ({
  asks,
  decide: (on, part, given) => {
    if (part === null) throw new Error('an act on a part was done on a request');
    return decide(on, part, given);
  },
});

const TABLE: Readonly<Record<ActName, Act>> = {
  undo: ofRequest([], (on) => ok(undo(on))),
  withdraw: ofRequest(['words'], (on, { words }) => ok(withdraw(on, words))),
  synthesise: ofRequest(['left_out', 'words'], (on, { words, leftOut }) => synthesise(on, { remarks: words, leftOut })),
  close: ofRequest(['words'], (on, { words }) => ok(close(on, words))),
  reopen: ofRequest(['parts', 'words'], (on, { parts, words }) => reopen(on, parts, words)),
  add_unit: ofRequest(['unit'], (on, { unit }) => addUnit(on, unit)),
  change_urgency: ofRequest(['urgency', 'words'], (on, { urgency, words }) => changeUrgency(on, urgency, words)),
  add_watcher: ofRequest(['watcher'], (on, { watcher }) => addWatcher(on, watcher)),
  number_request: ofRequest(['number', 'date', 'enclosures'], (on, given) => ok(numberRequest(on, given))),

  receive: ofPart([], (on, part) => ok(receive(on, part))),
  assign: ofPart(['person'], (on, part, { person }) => assign(on, part, person)),
  answer: ofPart(['position', 'words', 'files'], answer),
  replace_answer: ofPart(['position', 'words', 'files'], answer),
  approve: ofPart([], approve),
  return_draft: ofPart(['words'], (on, part, { words }) => returnDraft(on, part, words)),
  record_answer: ofPart(['position', 'number', 'date', 'signer', 'enclosures'], recordAnswer),
  number_answer: ofPart(['number', 'date'], (_on, part, { document }) => numberAnswer(part, document)),
  ask_again: ofPart(['words'], (on, part, { words }) => ok(askAgain(on, part, words))),
  ask_extension: ofPart(['until', 'words'], (on, part, { until, words }) =>
    askExtension(on, part, { until, reason: words }),
  ),
  agree_extension: ofPart([], agreeExtension),
  refuse_extension: ofPart([], refuseExtension),
  ask_completion: ofPart(['words'], (on, part, { words }) => ok(askCompletion(on, part, words))),
  complete: ofPart(['words', 'enclosures'], (on, part, given) => ok(complete(on, part, given))),
  hand_on: ofPart(['unit', 'words'], (on, part, { unit, words }) => handOn(on, part, { unitId: unit, reason: words })),
  agree_handover: ofPart([], agreeHandover),
  refuse_handover: ofPart([], refuseHandover),
  record_arrival: ofPart(['date'], (on, part, { document }) => recordArrival(on, part, document.date)),
  exchange: ofPart(['words', 'enclosures'], (_on, part, given) => ok(exchange(part, given))),
  urge: ofPart([], (on, part) => ok(urge(on, part))),
  drop_unit: ofPart(['words'], (on, part, { words }) => ok(dropUnit(on, part, words))),
};

export const isAsked = (act: ActName, field: Asked): boolean => TABLE[act].asks.includes(field);

/** Acts that ask for nothing are done by one tap. */
export const asks = (act: ActName): boolean => TABLE[act].asks.length > 0;

export const decide = (act: ActName, on: Case, part: Part | null, answers: Answers): Result<Decision> =>
  TABLE[act].decide(on, part, givenOf(answers));
