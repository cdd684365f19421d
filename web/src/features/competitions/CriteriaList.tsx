import { useLanguage } from '../../i18n/useLanguage';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './CriteriaList.module.css';

interface Criterion {
  id: string;
  name: string;
  weight: string;
  guidance: string;
}

/** What judges look for, and how much each part counts. */
export function CriteriaList({ criteria }: { criteria: Criterion[] }) {
  const language = useLanguage();
  const whole = criteria.reduce((sum, { weight }) => sum + Number(weight), 0) || 1;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <Columns as="ol" sizes="repeat(auto-fit, minmax(13rem, 1fr))" gap={8} rowGap={5}>
      {criteria.map(({ id, name, weight, guidance }) => {
        const share = Number(weight) / whole;
        return (
          <Stack as="li" gap={2} key={id}>
            <Row as="p" align="stretch" justify="between" nowrap className="tabular">
              <b>{name}</b>
              <span>{percent.format(share)}</span>
            </Row>
            <span className={classes.track} aria-hidden="true">
              <span style={{ width: percent.format(share) }} />
            </span>
            <p className="soft small">{guidance}</p>
          </Stack>
        );
      })}
    </Columns>
  );
}
