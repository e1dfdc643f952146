/** The files of a request that one person may have: its own, those of valid answers, those between the sides of a part. */
import { filesOfRequest, type RequestFile } from '#db/file.ts';
import type { Insight } from '#domain/permission/insight.ts';
import type { Dossier } from '#domain/request/request.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export const visibleFiles = async (
  turn: MemberTurn,
  { request, parts }: Dossier,
  insight: Insight,
): Promise<readonly RequestFile[]> => {
  // Whoever only watches has no files: the query is saved.
  if (!insight.content) return [];
  const files = await filesOfRequest(turn.tx, request.id);
  return files.filter((file) => {
    const part = parts.find((one) => one.id === file.partId);
    if (part === undefined) return true;
    if (file.answerState === null) return insight.between(part.unitId);
    // Files of a draft are the unit's own until the draft is its answer.
    return file.answerState === 'valid' ? insight.answers(part.unitId) : insight.inside(part.unitId);
  });
};
