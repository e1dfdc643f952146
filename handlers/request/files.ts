/** The files of a request, sent on to whoever may see them: those of the request, and of answers that are valid. */
import { on } from '#runtime/handler.ts';
import { filesAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { texts } from '#text/request/screens.ts';
import { insightOf, loadVisible } from './card.ts';
import { visibleFiles } from './visible-files.ts';

export const files = on(filesAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const files = await visibleFiles(turn, found.value, insightOf(turn, found.value));
  const shown = files.filter((file) => file.state === 'stored');
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
    inPrivate: true,
  };
});
