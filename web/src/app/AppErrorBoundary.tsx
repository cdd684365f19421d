import { Component, type ReactNode } from 'react';

/**
 * The last resort: something broke outside any page. It uses no provider and
 * no translation, since either may be what broke, and so speaks both languages.
 */
export class AppErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main style={{ maxWidth: '34rem', margin: '20vh auto', padding: '1rem' }}>
        <h1 lang="zh-CN">页面没有打开</h1>
        <p lang="zh-CN">程序出了错，您的投票和已保存的内容不受影响。请重新打开页面。</p>
        <h1 lang="en">This page did not open</h1>
        <p lang="en">
          The program made a mistake. Your votes and everything you saved are safe. Please open the page again.
        </p>
        <p>
          <a href="/">重新打开 · Open again</a>
        </p>
      </main>
    );
  }
}
