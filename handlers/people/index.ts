/** People: their accounts, data, delegation, and their administration. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { rejectAccount } from './admin/accounts.ts';
import { aliasHandler, aliasList, openAlias } from './admin/alias.ts';
import { calendarAdmin, calendarHandler, openCalendarChange } from './admin/calendar.ts';
import { changeHandler, oneStep, openChange } from './admin/change.ts';
import { decide, proposals } from './admin/decide.ts';
import { importActions, importHandler } from './admin/import.ts';
import { adminCommand, findHandler, listPage, openFind } from './admin/list.ts';
import { showPerson } from './admin/person.ts';
import { failedList, queueState } from './admin/sends.ts';
import { waitingList } from './admin/waiting.ts';
import { connectCommand, giveCode, prefer } from './connect.ts';
import { dataRequests, handleData, replyHandler } from './data/handle.ts';
import { askData, dataCommand, dataHandler } from './data/my-data.ts';
import { givePhone, phoneHandler, withdrawPhone } from './data/phone.ts';
import { delegateHandler, openDelegationForm } from './delegation/delegate.ts';
import { delegationCommand, endOne } from './delegation/show.ts';

export const peopleArea: Area = {
  commands: [connectCommand, delegationCommand, dataCommand, adminCommand],
  actions: [
    listPage,
    openFind,
    showPerson,
    openChange,
    oneStep,
    calendarAdmin,
    openCalendarChange,
    aliasList,
    openAlias,
    proposals,
    decide,
    waitingList,
    rejectAccount,
    failedList,
    queueState,
    giveCode,
    prefer,
    askData,
    dataRequests,
    givePhone,
    withdrawPhone,
    handleData,
    openDelegationForm,
    endOne,
    ...importActions,
  ],
  forms: [
    bindForm(changeHandler),
    bindForm(calendarHandler),
    bindForm(aliasHandler),
    bindForm(findHandler),
    bindForm(importHandler),
    bindForm(dataHandler),
    bindForm(replyHandler),
    bindForm(phoneHandler),
    bindForm(delegateHandler),
  ],
};
