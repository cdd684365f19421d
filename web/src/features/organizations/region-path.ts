interface Named {
  name: string;
  parent?: (Named & { parent?: Named | null }) | null;
}

/** 吉林省 › 长春市 › 朝阳区 */
export const pathOf = ({ name, parent }: Named): string =>
  [parent?.parent?.name, parent?.name, name].filter(Boolean).join(' › ');
