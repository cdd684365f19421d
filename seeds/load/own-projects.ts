import type { ProjectSeed } from '../types.ts';

type Draft = Omit<ProjectSeed, 'number' | 'categoryKey' | 'key'>;

/** The demonstration member's own project, ready to be entered in the next competition. */
export const readyProject = (organizationSlug: string, regionCode: string): Draft => ({
  organizationSlug,
  regionCode,
  title: { zh: '大集上的“帮你问”', en: 'Ask for Me at the Fair' },
  summary: {
    zh: '在乡镇大集设一张问事桌，替不会用手机的老人问清医保、养老和公交。',
    en: 'A desk at the country fair where volunteers find out about insurance, pensions and buses for those without a smartphone.',
  },
  language: 'ZH_CN',
  needs:
    '赶集的人里老人居多，医保缴费、高龄补贴、公交改线这些事大多只在手机上通知。他们不愿为一句话麻烦儿女，常常错过办理期限。（演示文字）',
  goals:
    '让每个赶集日都有一张问事桌；老人提的问题当天答复，答不了的记下来，下一个集日前回话；一年后由各村自己的志愿者接手。（演示文字）',
  implementation:
    '两名志愿者一桌，一人听、一人查，问题写在三联单上：一联给本人，一联交窗口单位，一联留底。窗口单位派人轮值，每月把最常问的十件事印成大字单发到村。（演示文字）',
  outcomes: '以三联单的留底为准，按月公布问了多少件、当天答复多少件、还欠多少件；欠件逐件销号。（演示文字）',
  features:
    '不教老人用手机，而是先把他们的事办成；三联单让每个问题都有着落，也让部门看见自己的通知漏掉了谁。（演示文字）',
  startedOn: '2024-03-08',
  beneficiaries: '赶集的农村老人',
});
