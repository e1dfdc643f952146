/** The coordinator chooses who takes over what a unit that has ended left: a part, or the asking side. */

import { successorsOf } from '#db/directory/units.ts';
import { moveMoments } from '#db/request/part-moments.ts';
import { dossiersById, lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { regulationOf } from '#domain/reference.ts';
import { choosePassOn } from '#domain/request/succession.ts';
import { refused } from '#domain/result.ts';
import { on } from '#runtime/handler.ts';
import { heirAction } from '#src/notice/actions.ts';
import { movedParts, passedOnNotices, passedOnSay } from '#src/notice/succession.ts';
import { refuse } from './perform.ts';

export const chooseHeir = on(heirAction, async (turn, { requestId, partId, unitId }) => {
  const { tx, reference, person, now } = turn;
  const dossier = await lockDossier(tx, requestId);
  const part = partId === null ? null : dossier?.parts.find((one) => one.id === partId);
  if (dossier === null || part === undefined) return refuse(refused('request.unknown'));
  const regulation = regulationOf(reference, dossier.request);
  const decision = choosePassOn(
    { reference, regulation, dossier, actor: person.id, now },
    part,
    unitId,
    await successorsOf(tx),
  );
  if (!decision.ok) return refuse(decision);
  await saveDecision(tx, dossier, decision.value, { actorId: person.id, channel: turn.event.channel, at: now });
  const [after = dossier] = await dossiersById(tx, [requestId]);
  const passed = { reference, before: dossier, after, part, now };
  await moveMoments(tx, { reference, request: after.request, now }, movedParts(passed));
  return { say: [{ ...passedOnSay(passed), inPlace: true }], notices: passedOnNotices(passed, person.id) };
});
