/** `cli audit verify`: every fact is recomputed; a changed, dropped or slipped-in one is named, and so is a cut end. */
import { verifyFacts } from '#db/fact.ts';
import { verifySeals } from '#db/seal.ts';
import { texts } from '#text/cli.ts';
import { defineCommand, done, refuse } from './command.ts';
import { withData } from './database.ts';

export const auditVerify = defineCommand('', {}, (context) =>
  withData(context, async ({ db }) => {
    const { checked, firstBroken: inChains } = await verifyFacts(db);
    const firstBroken = inChains ?? (await verifySeals(db));
    const json = { ok: firstBroken === null, checked, first_broken: firstBroken };
    if (firstBroken !== null) return refuse(texts.chainBroken(firstBroken.stream, firstBroken.seq), json);
    return done(json, texts.chainWhole(checked));
  }),
);
