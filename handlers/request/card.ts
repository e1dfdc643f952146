/** Shows a request with only the buttons that this person may press now. */

import { dossierByCode, dossiersById, type LoadedDossier } from '#db/request/request.ts';
import { type Insight, insightInto } from '#domain/permission/insight.ts';
import { lettersOpenTo } from '#domain/permission/letter.ts';
import { actsOpenTo } from '#domain/permission/may.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import type { ActName } from '#domain/request/acts.ts';
import type { Part } from '#domain/request/request.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Choice, type MemberTurn, pick, type Say } from '#runtime/handler.ts';
import {
  actAction,
  explainAction,
  filesAction,
  historyAction,
  lettersAction,
  partAction,
  sheetAction,
} from '#src/notice/actions.ts';
import { texts as letterTexts } from '#text/documents/letters.ts';
import { texts as sheetTexts } from '#text/documents/sheet.ts';
import { actLabel } from '#text/request/acts/index.ts';
import { requestCard, unitLabel } from '#text/request/card.ts';
import { texts } from '#text/request/screens.ts';
import { visibleFiles } from './visible-files.ts';

/** Loads what the person may see; a stranger's code and a wrong code read the same. */
export const loadVisible = async (
  turn: MemberTurn,
  wanted: { readonly code: string } | { readonly id: number },
): Promise<Result<LoadedDossier>> => {
  const found =
    'code' in wanted ? await dossierByCode(turn.tx, wanted.code) : (await dossiersById(turn.tx, [wanted.id]))[0];
  const scope = scopeOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  return found !== undefined && found !== null && canSee(scope, found, turn.now)
    ? ok(found)
    : refused('request.unknown');
};

/** Of these requests, those that the person sees. */
export const visibleAmong = async (turn: MemberTurn, ids: readonly number[]): Promise<readonly LoadedDossier[]> => {
  if (ids.length === 0) return [];
  const scope = scopeOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  return (await dossiersById(turn.tx, ids)).filter((dossier) => canSee(scope, dossier, turn.now));
};

export const sayCard = async (turn: MemberTurn, dossier: LoadedDossier): Promise<Say> => {
  const insight = insightOf(turn, dossier);
  const files = await visibleFiles(turn, dossier, insight);
  const requestId = dossier.request.id;
  const open = files.length === 0 ? [] : [[pick(filesAction, texts.openFiles(files.length), { requestId })]];
  return {
    lines: requestCard(turn.reference, dossier, { now: turn.now, insight }),
    choices: [...cardChoices(turn, dossier), ...open],
    inPlace: true,
  };
};

export const insightOf = ({ reference, person, now }: MemberTurn, dossier: LoadedDossier): Insight =>
  insightInto(reference.directory, person.id, dossier, dateOf(now));

export const cardChoices = (turn: MemberTurn, dossier: LoadedDossier): readonly (readonly Choice[])[] => {
  const asked = { reference: turn.reference, personId: turn.person.id, dossier, now: turn.now };
  const requestId = dossier.request.id;
  const { directory } = turn.reference;
  const own = dossier.parts
    .map((part) => ({ part, open: actsOpenTo({ ...asked, part }) }))
    .filter(({ open }) => open.length > 0);
  const ofParts =
    own.length > MOST_IN_FULL
      ? inPairs(
          own.map(({ part }) => pick(partAction, unitLabel(directory, part.unitId), { requestId, partId: part.id })),
        )
      : own.map(({ part, open }) => partActs(requestId, part, open, (act) => label(turn, act, part, own.length)));
  const ofRequest = actsOpenTo({ ...asked, part: null }).map((act) =>
    pick(actAction, actLabel(act), { act, requestId, partId: null }),
  );
  const more = [pick(explainAction, texts.explain, { requestId }), pick(historyAction, texts.history, { requestId })];
  const papers = [
    ...(lettersOpenTo(asked).length > 0 ? [pick(lettersAction, letterTexts.button, { requestId })] : []),
    pick(sheetAction, sheetTexts.button, { requestId }),
  ];
  return [...ofParts, ofRequest, more, papers];
};

/** More parts than this have a button each that leads to their acts: forty units' acts fit neither phone nor platform. */
const MOST_IN_FULL = 4;

const inPairs = (choices: readonly Choice[]): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / 2) }, (_, row) => choices.slice(row * 2, row * 2 + 2));

export const partActs = (
  requestId: number,
  part: Part,
  open: readonly ActName[],
  named: (act: string) => string,
): readonly Choice[] => open.map((act) => pick(actAction, named(actLabel(act)), { act, requestId, partId: part.id }));

/** Acts on one part: the bare label. On several: each button names its unit. */
const label = (turn: MemberTurn, act: string, part: Part, parts: number): string =>
  parts === 1 ? act : `${act} · ${unitLabel(turn.reference.directory, part.unitId)}`;
