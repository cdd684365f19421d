import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState';

interface Props {
  children: ReactNode;
  /** A change of place clears the error: the next page deserves its own try. */
  place: string;
}

/** Keeps header and footer when one page breaks. */
export class PageErrorBoundary extends Component<Props, { error: unknown; place: string }> {
  override state = { error: undefined as unknown, place: this.props.place };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: { error: unknown; place: string }) {
    return props.place === state.place ? null : { error: undefined, place: props.place };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    // After an update the old page asks for files that are gone; loading afresh helps.
    const isStale = error instanceof Error && /dynamically imported|module script/i.test(error.message);
    return <ErrorState kind={isStale ? 'network' : 'server'} onRetry={() => location.reload()} />;
  }
}
