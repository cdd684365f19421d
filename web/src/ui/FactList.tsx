import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './FactList.module.css';

interface Props {
  topics: readonly { id: string; icon: Icon; name: string; facts: readonly { key: string; text: ReactNode }[] }[];
}

/** What there is to know, topic by topic, in sentences. */
export function FactList({ topics }: Props) {
  return (
    <dl className={classes.topics}>
      {topics.map(({ id, icon: TopicIcon, name, facts }) => (
        <div key={id} className={classes.topic}>
          <dt>
            <TopicIcon size={20} aria-hidden="true" />
            <span>{name}</span>
          </dt>
          {facts.map(({ key, text }) => (
            <dd key={key}>{text}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
