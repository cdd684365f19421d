import type { Locale } from '../../core/locale.ts';
import type { MessageKind } from './message-kinds.ts';

/** A subject and a body with {placeholders}; an empty line begins a new paragraph. */
export interface Wording {
  subject: string;
  body: string;
}

/** What messages say where nobody has worded them otherwise. */
export const builtIn: Record<`${MessageKind}`, Record<Locale, Wording>> = {
  ENTRY_SUBMITTED: {
    'zh-CN': {
      subject: '已收到参赛项目：{title}',
      body: '{organization}：\n\n贵单位的参赛项目“{title}”已于{at}提交到{competition}，编号 {number}，回执码 {code}。组织者接下来会审核，结果会另行通知。\n\n查看提交的内容和回执：\n{link}',
    },
    en: {
      subject: 'We have your entry: {title}',
      body: 'Dear {organization},\n\nYour entry “{title}” was handed in to {competition} on {at}. Its number is {number}, the code of the receipt {code}. The organizers will now review it, and we will write again once they have decided.\n\nSee what was handed in, with the receipt:\n{link}',
    },
  },
  ENTRY_RETURNED: {
    'zh-CN': {
      subject: '请修改参赛项目：{title}',
      body: '{organization}：\n\n组织者审核了贵单位提交到{competition}的参赛项目“{title}”（编号 {number}），退回修改：\n\n{reason}\n\n请在{until}之前修改并重新提交：\n{link}',
    },
    en: {
      subject: 'Please correct your entry: {title}',
      body: 'Dear {organization},\n\nThe organizers of {competition} have read your entry “{title}” (number {number}) and return it to you for correction:\n\n{reason}\n\nPlease correct it and hand it in again before {until}:\n{link}',
    },
  },
  ENTRY_ACCEPTED: {
    'zh-CN': {
      subject: '参赛项目已受理：{title}',
      body: '{organization}：\n\n贵单位提交到{competition}的参赛项目“{title}”（编号 {number}）已通过审核，正式参赛。\n\n参赛项目页面：\n{link}',
    },
    en: {
      subject: 'Your entry is accepted: {title}',
      body: 'Dear {organization},\n\nYour entry “{title}” (number {number}) has passed the review and now competes in {competition}.\n\nIts page:\n{link}',
    },
  },
  ENTRY_REJECTED: {
    'zh-CN': {
      subject: '参赛项目未被受理：{title}',
      body: '{organization}：\n\n贵单位提交到{competition}的参赛项目“{title}”（编号 {number}）不予受理，理由如下：\n\n{reason}\n\n查看提交的内容：\n{link}',
    },
    en: {
      subject: 'Your entry was not accepted: {title}',
      body: 'Dear {organization},\n\nThe organizers of {competition} did not accept your entry “{title}” (number {number}), for this reason:\n\n{reason}\n\nSee what was handed in:\n{link}',
    },
  },
  ENTRY_REOPENED: {
    'zh-CN': {
      subject: '审核结果已撤回：{title}',
      body: '{organization}：\n\n贵单位提交到{competition}的参赛项目“{title}”（编号 {number}），此前通知的审核结果已由组织者撤回，项目将重新审核。有了新的结果会另行通知，之前的通知请以这封邮件为准。\n\n查看参赛项目：\n{link}',
    },
    en: {
      subject: 'Under review again: {title}',
      body: 'Dear {organization},\n\nThe organizers of {competition} have taken back what we wrote to you about your entry “{title}” (number {number}) and are reviewing it again. This message replaces the one before; we will write once they have decided.\n\nIts page:\n{link}',
    },
  },
  DEADLINE_REMINDER: {
    'zh-CN': {
      subject: '{competition}即将截止，项目尚未提交',
      body: '{organization}：\n\n贵单位为{competition}准备的项目“{title}”还没有提交。提交将于{until}截止，截止后无法补交。\n\n继续填写并提交：\n{link}',
    },
    en: {
      subject: '{competition} closes soon, and your entry is not in yet',
      body: 'Dear {organization},\n\nThe project “{title}” that you have begun for {competition} is not handed in yet. Entries close on {until}; after that nothing can be handed in.\n\nFinish it and hand it in:\n{link}',
    },
  },
  CORRECTION_REMINDER: {
    'zh-CN': {
      subject: '修改即将截止：{title}',
      body: '{organization}：\n\n贵单位提交到{competition}的参赛项目“{title}”（编号 {number}）退回后还没有重新提交。修改将于{until}截止。\n\n修改并重新提交：\n{link}',
    },
    en: {
      subject: 'Your correction is due soon: {title}',
      body: 'Dear {organization},\n\nYour entry “{title}” (number {number}) in {competition} was returned to you and has not been handed in again. The time for corrections ends on {until}.\n\nCorrect it and hand it in again:\n{link}',
    },
  },
  EXTENSION_GRANTED: {
    'zh-CN': {
      subject: '{competition}：提交时间延长到{until}',
      body: '{organization}：\n\n{competition}的组织者同意贵单位延期提交，新的截止时间是{until}。理由：\n\n{reason}\n\n继续填写并提交：\n{link}',
    },
    en: {
      subject: '{competition}: you may hand in until {until}',
      body: 'Dear {organization},\n\nThe organizers of {competition} have given you an extension: you may hand in your entries until {until}. Their reason:\n\n{reason}\n\nFinish your entry and hand it in:\n{link}',
    },
  },
  EXTENSION_REVOKED: {
    'zh-CN': {
      subject: '{competition}：延期已撤销',
      body: '{organization}：\n\n{competition}的组织者撤销了此前给贵单位的延期，理由如下：\n\n{reason}\n\n贵单位的截止时间与其他单位相同：{until}。已经提交的内容不受影响。\n\n查看项目：\n{link}',
    },
    en: {
      subject: '{competition}: your extension was taken back',
      body: 'Dear {organization},\n\nThe organizers of {competition} have taken back the extension they had given you, for this reason:\n\n{reason}\n\nYour deadline is that of everybody again: {until}. What you have handed in stands.\n\nYour projects:\n{link}',
    },
  },
  INVITATION: {
    'zh-CN': {
      subject: '邀请您加入{organization}',
      body: '您好：\n\n{inviter}邀请您以{role}身份加入{organization}，一起填写和提交项目。请在{until}之前打开下面的链接，登录即可加入。链接只能用一次，请勿转发：\n{link}\n\n如果您不认识对方，不必理会这封邮件。',
    },
    en: {
      subject: 'You are invited to join {organization}',
      body: 'Hello,\n\n{inviter} invites you to join {organization} as {role}, to write its projects and hand them in together. To accept, open this link before {until} and sign in. It opens once; please do not pass it on:\n{link}\n\nIf this means nothing to you, you can leave it at that.',
    },
  },
  ORGANIZATION_VERIFIED: {
    'zh-CN': {
      subject: '{organization}已通过核验',
      body: '您好：\n\n{organization}已通过核验，提交的参赛项目从现在起可以受理。\n\n单位的项目：\n{link}',
    },
    en: {
      subject: '{organization} is verified',
      body: 'Hello,\n\n{organization} has been verified. From now on its entries can be accepted.\n\nIts projects:\n{link}',
    },
  },
  ORGANIZATION_REFUSED: {
    'zh-CN': {
      subject: '{organization}未通过核验',
      body: '您好：\n\n{organization}未通过核验，理由如下：\n\n{reason}\n\n单位信息：\n{link}',
    },
    en: {
      subject: '{organization} could not be verified',
      body: 'Hello,\n\n{organization} could not be verified, for this reason:\n\n{reason}\n\nWhat it has told about itself:\n{link}',
    },
  },
  NOMINATION_REMINDER: {
    'zh-CN': {
      subject: '请上报{competition}推荐名单',
      body: '{organization}：\n\n贵单位还没有上报{competition}的推荐名单。上报将于{until}截止，截止后无法推荐。\n\n排定名单并上报：\n{link}',
    },
    en: {
      subject: 'Your nominations for {competition} are not in yet',
      body: 'Dear {organization},\n\nYou have not handed up your nominations for {competition} yet. They close on {until}; after that nothing can be nominated.\n\nRank your list and hand it up:\n{link}',
    },
  },
  NOMINATIONS_RETURNED: {
    'zh-CN': {
      subject: '推荐名单被退回：{competition}',
      body: '{organization}：\n\n贵单位上报{competition}的推荐名单被退回，理由如下：\n\n{reason}\n\n请在{until}之前调整并重新上报：\n{link}',
    },
    en: {
      subject: 'Your nominations for {competition} were returned',
      body: 'Dear {organization},\n\nThe list of nominations that you handed up for {competition} was returned to you, for this reason:\n\n{reason}\n\nPlease change it and hand it up again before {until}:\n{link}',
    },
  },
};
