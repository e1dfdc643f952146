/** The files of a request, sent on to whoever may see them: those of the request, and of answers that are valid. */
import { filesOfRequest, type RequestFile } from '#db/file.ts';
import type { LoadedDossier } from '#db/request.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import { on } from '#runtime/handler.ts';
import { filesAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { texts } from '#text/request/screens.ts';
import { insightOf, loadVisible } from './card.ts';

export const files = on(filesAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const shown = await filesShown(turn, found.value);
  if (shown.length === 0) return { toast: texts.noFiles };
  return {
    say: [
      {
        lines: [texts.filesOf(found.value.request.code)],
        files: shown.map((file) => ({
          fileId: file.id,
          name: file.name,
          mime: file.mime,
          size: file.size,
          picture: file.mime.startsWith('image/'),
        })),
      },
    ],
  };
});

/** Files of a draft are the unit's own until the draft is its answer. */
const filesShown = async (turn: MemberTurn, dossier: LoadedDossier): Promise<readonly RequestFile[]> => {
  const insight = insightOf(turn, dossier);
  const files = await filesOfRequest(turn.tx, dossier.request.id);
  return files.filter((file) => {
    if (file.state !== 'stored') return false;
    const part = dossier.parts.find((one) => one.id === file.partId);
    if (part === undefined) return true;
    return file.answerState === 'valid' ? insight.answers(part.unitId) : insight.inside(part.unitId);
  });
};
