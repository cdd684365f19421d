import { useLanguage } from '../../i18n/useLanguage';
import classes from './AttackGauge.module.css';
import { dialTicks, positionOf, zones } from './gauge';

const radius = 112;
const center = { x: 180, y: 150 };

const at = (position: number, distance: number) => {
  const angle = Math.PI * (1 - position);
  return { x: center.x + Math.cos(angle) * distance, y: center.y - Math.sin(angle) * distance };
};
const arc = (from: number, to: number) => {
  const [start, end] = [at(from, radius), at(to, radius)];
  return `M${start.x.toFixed(1)} ${start.y.toFixed(1)}A${radius} ${radius} 0 0 1 ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
};
/** Between two zones the paper shows. */
const gap = 0.006;

/** A dial from cheap to dear; what it points at is said in words below it. */
export function GaugeDial({ cost }: { cost: number | null }) {
  const compact = new Intl.NumberFormat(useLanguage(), { notation: 'compact' });
  const turn = cost === null ? -90 : positionOf(cost) * 180 - 90;
  return (
    <svg viewBox="0 0 360 168" className={classes.face} aria-hidden="true" data-idle={cost === null || undefined}>
      {zones.map(({ reach, from, to }) => (
        <path key={reach} d={arc(from === 0 ? 0 : from + gap, to === 1 ? 1 : to - gap)} data-reach={reach} />
      ))}
      {dialTicks.map((tick) => {
        const position = positionOf(tick);
        const [inner, outer, label] = [at(position, radius - 11), at(position, radius + 15), at(position, radius + 28)];
        return (
          <g key={tick}>
            <line x1={inner.x} y1={inner.y} x2={outer.x} y2={outer.y} />
            <text
              x={label.x}
              y={label.y}
              textAnchor={position < 0.4 ? 'end' : position > 0.6 ? 'start' : 'middle'}
            >{`¥${compact.format(tick)}`}</text>
          </g>
        );
      })}
      {cost !== null && (
        <g className={classes.needle} style={{ transform: `rotate(${turn}deg)` }}>
          <path
            d={`M${center.x - 5} ${center.y}L${center.x - 1} ${center.y - radius + 4}h2L${center.x + 5} ${center.y}z`}
          />
        </g>
      )}
      <circle cx={center.x} cy={center.y} r="9" />
    </svg>
  );
}
