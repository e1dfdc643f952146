/** The registry: everything that people can do. The runtime gets it as an argument. */
import { bindForm, type Command, type Registry } from '#runtime/handler.ts';
import { texts } from '#text/people.ts';
import { guest } from './people/guest.ts';
import { menuHandlers } from './people/menu.ts';
import { startCommand } from './people/start.ts';
import { act, actHandler } from './request/act.ts';
import { explainTerms } from './request/explain.ts';
import { attachment, drop, editMenu, fileHandler, send } from './request/file.ts';
import { draftUnits, raise, showSummary } from './request/file-summary.ts';
import { files } from './request/files.ts';
import { followedCommand, followedPage, workCommand, workPage } from './request/list.ts';
import { showPart } from './request/part.ts';
import { received } from './request/received.ts';
import { newRequest, requestCommand } from './request/request-command.ts';
import { searchCommand, searchPage } from './request/search.ts';
import { history, show, showByCode, showCommand } from './request/show.ts';

const menus = menuHandlers(() => commands, showByCode);

const commands: readonly Command[] = [
  requestCommand,
  workCommand,
  followedCommand,
  showCommand,
  searchCommand,
  startCommand(menus.menu),
  ...menus.commands,
];

export const registry: Registry = {
  commands,
  actions: [
    act,
    files,
    explainTerms,
    showPart,
    received,
    show,
    history,
    send,
    editMenu,
    drop,
    showSummary,
    draftUnits,
    raise,
    newRequest,
    workPage,
    followedPage,
    searchPage,
    ...menus.actions,
  ],
  forms: [bindForm(fileHandler), bindForm(actHandler)],
  guest,
  fallback: menus.fallback,
  attachment,
  joined: async () => ({ say: [{ lines: texts.joined }] }),
};
