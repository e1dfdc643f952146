/** That somebody is not reminded for a while, or is again, is a fact of the request, inner to his unit. */
import { lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { homeUnitOf } from '#domain/directory/directory.ts';
import type { FactDraft } from '#domain/request/decision.ts';
import { dateOf } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';

type MuteFact = FactDraft & { readonly kind: 'reminder_muted' | 'reminder_postponed' | 'reminder_unmuted' };

export const noteMute = async (turn: MemberTurn, requestId: number, fact: MuteFact): Promise<void> => {
  const dossier = await lockDossier(turn.tx, requestId);
  if (dossier === null) return;
  const unit = homeUnitOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  const facts = [{ ...fact, data: { ...fact.data, unit: unit?.id ?? null } }];
  const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
  await saveDecision(turn.tx, dossier, { facts, told: [] }, origin);
};
