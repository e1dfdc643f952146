/** What a sheet brings, in one commit: it is in whole, or not at all. */
import type { NewEnterprise } from '#domain/enterprise.ts';
import type { NewIndicator } from '#domain/indicator/indicator.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import type { Origin } from '../fact.ts';
import { saveIndicators } from '../figures/indicator.ts';
import { type Invitee, inviteIn } from '../people/invite.ts';
import { saveEnterprises } from './enterprise.ts';

type NewPerson = Omit<Extract<Invitee, { kind: 'new' }>, 'kind'> & { readonly row: number };

export type Imported =
  | { readonly kind: 'people'; readonly good: readonly NewPerson[] }
  | { readonly kind: 'enterprises'; readonly good: readonly NewEnterprise[] }
  | { readonly kind: 'indicators'; readonly good: readonly NewIndicator[] };

export type Invited = { readonly row: number; readonly person: string; readonly name: string; readonly code: string };

type How = {
  readonly origin: Origin;
  /** Why what is there already was entered anew. */
  readonly reason: string;
  readonly newCode: () => { readonly code: string; readonly hash: string };
  readonly expiresAt: Millis;
  readonly onWeb: boolean;
};

export type Brought = {
  /** Their codes, which nobody can read again. */
  readonly people: readonly Invited[];
  /** What was new or says something else than before. */
  readonly changed: number;
};

export const importSheet = async (tx: Tx, sheet: Imported, how: How): Promise<Brought> => {
  const { origin, reason, expiresAt, onWeb } = how;
  const none = { people: [] };
  if (sheet.kind === 'enterprises') return { ...none, changed: await saveEnterprises(tx, sheet.good, origin) };
  if (sheet.kind === 'indicators') {
    return { ...none, changed: (await saveIndicators(tx, sheet.good, origin, { reason })).length };
  }
  const invited: Invited[] = [];
  for (const { row, ...person } of sheet.good) {
    const { code, hash } = how.newCode();
    const found = await inviteIn(tx, {
      invitee: { kind: 'new', ...person },
      ...{ codeHash: hash, now: origin.at, expiresAt, onWeb },
      ...{ actorId: origin.actorId, channel: origin.channel ?? '' },
    });
    if (found !== null) invited.push({ row, person: found.key, name: found.name, code });
  }
  return { people: invited, changed: invited.length };
};
