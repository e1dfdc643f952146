/** Requests: filing, acts, lists, cards, search, papers. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { act, actHandler } from './act.ts';
import { explainTerms } from './explain.ts';
import { drop, editMenu, fileHandler, send } from './file.ts';
import { linkDraft, mergeDraft } from './file-duplicates.ts';
import { draftUnits, raise, showSummary, showUnderstood } from './file-summary.ts';
import { files } from './files.ts';
import { followedCommand, followedPage, workCommand, workPage } from './list.ts';
import { letter, letterSigners, letters, sheet } from './papers.ts';
import { showPart } from './part.ts';
import { received } from './received.ts';
import { newRequest, requestCommand } from './request-command.ts';
import { dropSaved, openSave, saveHandler } from './saved-filter.ts';
import { searchCommand, searchPage } from './search.ts';
import { history, show, showCommand } from './show.ts';
import { chooseHeir } from './succession.ts';
import { unreceived } from './unreceived.ts';

export const requestArea: Area = {
  commands: [requestCommand, workCommand, followedCommand, showCommand, searchCommand],
  actions: [
    act,
    files,
    explainTerms,
    showPart,
    chooseHeir,
    received,
    unreceived,
    show,
    history,
    sheet,
    letters,
    letterSigners,
    letter,
    send,
    editMenu,
    drop,
    linkDraft,
    mergeDraft,
    showSummary,
    showUnderstood,
    draftUnits,
    raise,
    newRequest,
    workPage,
    followedPage,
    searchPage,
    openSave,
    dropSaved,
  ],
  forms: [bindForm(saveHandler), bindForm(fileHandler), bindForm(actHandler)],
};
