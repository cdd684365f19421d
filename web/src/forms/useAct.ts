import type { ApolloClient, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, kindOf } from '../apollo/errors';

interface Named {
  __typename: string;
}
type Member<Data> = Extract<Data[keyof Data], Named>;
/** Members of the result that refuse; the schema names each of them an error. */
export type Refused<Data> = Extract<Member<Data>, { __typename: `${string}Error` }>;
export type Done<Data> = Exclude<Member<Data>, { __typename: `${string}Error` }>;

/** What to do about refusals that are no problem, such as that somebody else has done it already. */
type Ends<Data> = {
  [Name in Refused<Data>['__typename']]?: (refusal: Extract<Refused<Data>, { __typename: Name }>) => void;
};

export type ErrorAt = (path: string) => string | undefined;

/** What a dialog or a bar needs to know about an act. */
export interface ActState {
  isBusy: boolean;
  /** Why it was not done, in one sentence. */
  problem: string | undefined;
}

export interface Act<Data, Input> extends ActState {
  /** Sends it. Gives what was done, or undefined where it was refused or not answered. */
  run: (input: Input, ends?: Ends<Data>) => Promise<Done<Data> | undefined>;
  /** The refusal itself, for pages that show more of it than its sentence. */
  refusal: Refused<Data> | undefined;
  /** What is wrong with fields of the input, by path. */
  fields: readonly FieldProblem[];
  errorAt: ErrorAt;
  /** Forgets the refusal, or what it says about one field that has been changed since. */
  clear: (path?: string) => void;
}

interface FieldProblem {
  path: string;
  message: string;
}

interface Options extends Pick<ApolloClient.MutateOptions, 'refetchQueries' | 'awaitRefetchQueries'> {
  /** Paths of the input whose problems the form shows with `errorAt`; `problem` names those of the others. */
  shows?: 'all' | readonly string[];
}

interface State<Data> {
  isBusy: boolean;
  refusal?: Refused<Data>;
  failure?: unknown;
}

/**
 * One mutation with a single input, and what came of the latest call. It never leaves the page, so that nothing
 * written is lost when the sign-in has run out.
 */
export function useAct<Data extends object, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  { shows = [], ...options }: Options = {},
): Act<Data, Input> {
  const { t } = useTranslation();
  const client = useApolloClient();
  const calls = useRef(0);
  const [{ isBusy, refusal, failure }, setState] = useState<State<Data>>({ isBusy: false });

  const sentenceFor = (error: unknown): string => {
    if (codeOf(error) === 'UNAUTHENTICATED') return t('act.signedOut');
    switch (kindOf(error)) {
      case 'busy':
        return t('errors.busy.text');
      case 'forbidden':
      case 'notFound':
        return t('act.gone');
      case 'server':
        return t('act.server');
      default:
        return t('act.network');
    }
  };
  const problemIn = (refused: Refused<Data>): string => {
    const hidden = fieldsOf(refused).find(({ path }) => shows !== 'all' && !shows.includes(path));
    return hidden?.message ?? messageOf(refused);
  };

  const fields = refusal ? fieldsOf(refusal) : [];
  return {
    isBusy,
    refusal,
    fields,
    problem: refusal ? problemIn(refusal) : failure === undefined ? undefined : sentenceFor(failure),
    errorAt: (path) => fields.find((field) => field.path === path)?.message,
    clear(path) {
      setState((now) => {
        if (path === undefined) return { isBusy: now.isBusy };
        if (!now.refusal || !fieldsOf(now.refusal).some((field) => field.path === path)) return now;
        const left = fieldsOf(now.refusal).filter((field) => field.path !== path);
        return { ...now, refusal: { ...now.refusal, fields: left } };
      });
    },
    async run(input, ends = {}) {
      const call = (calls.current += 1);
      // The answer to an older call says nothing about the latest one.
      const settle = (next: Omit<State<Data>, 'isBusy'>) => {
        if (call === calls.current) setState({ isBusy: false, ...next });
      };
      setState({ isBusy: true });
      try {
        const context = { staysOnPage: true };
        const { data } = await client.mutate<Data, { input: Input }>({
          ...options,
          mutation,
          context,
          variables: { input },
        } as ApolloClient.MutateOptions<Data, { input: Input }>);
        const result = Object.values(data ?? {})[0] as Member<Data>;
        if (!result.__typename.endsWith('Error')) {
          settle({});
          return result as Done<Data>;
        }
        const refused = result as Refused<Data>;
        const end = (ends as Record<string, ((refusal: Refused<Data>) => void) | undefined>)[refused.__typename];
        settle(end ? {} : { refusal: refused });
        end?.(refused);
      } catch (error) {
        settle({ failure: error ?? new Error('No answer') });
      }
      return undefined;
    },
  };
}

const messageOf = (refusal: object): string => (refusal as { message: string }).message;
const fieldsOf = (refusal: object): readonly FieldProblem[] =>
  (refusal as { fields?: readonly FieldProblem[] }).fields ?? [];
