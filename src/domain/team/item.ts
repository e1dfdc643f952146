/** One line of a team's checklist. Several members work on it at once: whoever saw an older state does not overwrite. */
import type { PersonId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Millis } from '#domain/time.ts';
import { type TeamStep, teamFact } from './decision.ts';
import type { Topic } from './team.ts';

export const ITEM_STATES = ['pass', 'fail', 'not_applicable'] as const;
export type ItemResult = (typeof ITEM_STATES)[number];
export type ItemState = 'open' | ItemResult;

export type Item = {
  /** Numbered through the whole team: what people say and write under photos. */
  readonly no: number;
  readonly enterpriseId: number;
  readonly topic: Topic;
  readonly words: string;
  readonly basis: string | null;
  /** The finding of an earlier team whose remedy it asks for. */
  readonly findingId: number | null;
  readonly state: ItemState;
  readonly remark: string | null;
  readonly assigneeId: PersonId | null;
  readonly version: number;
  readonly changedBy: PersonId | null;
  readonly changedAt: Millis | null;
};

export type ItemChange = {
  readonly no: number;
  readonly state?: ItemState;
  readonly remark?: string;
  readonly assigneeId?: PersonId;
};

export type ItemStep = { readonly item: ItemChange; readonly step: TeamStep };

/** @param seen the version that the person had before him; @param nameOf names him who was first */
export const checkSeen = (item: Item, seen: number, nameOf: (id: PersonId | null) => string): Result<true> =>
  item.version === seen ? ok(true) : refused('item.changed', { no: item.no, name: nameOf(item.changedBy) });

export const markItem = (item: Item, state: ItemResult): ItemStep => ({
  item: { no: item.no, state },
  step: { facts: [teamFact('item_marked', { item: item.no, from: item.state, to: state })] },
});

export const remarkItem = (item: Item, remark: string): ItemStep => ({
  item: { no: item.no, remark },
  step: { facts: [teamFact('item_remarked', { item: item.no, from: item.remark, to: remark })] },
});

export const assignItem = (item: Item, assigneeId: PersonId): ItemStep => ({
  item: { no: item.no, assigneeId },
  step: { facts: [teamFact('item_assigned', { item: item.no, from: item.assigneeId, to: assigneeId })] },
});
