import classes from './BallotPicture.module.css';
import type { Kind } from './draft';

/** What a ballot of a kind looks like: drawn, for those who would rather see it than read it. */
export function BallotPicture({ kind }: { kind: Kind }) {
  return (
    <svg viewBox="0 0 120 84" className={classes.picture} aria-hidden="true">
      {kind === 'TAP' ? <Taps /> : <Sheet kind={kind} />}
    </svg>
  );
}

const tick = (x: number, y: number) => `M${x - 4} ${y}l3 3.5l5.5 -6.5`;

/** Cards of entries, one of them just tapped. */
function Taps() {
  return (
    <>
      {[6, 44, 82].map((x, index) => (
        <g key={x}>
          <rect x={x} y="12" width="32" height="60" rx="4" className={classes.paper} />
          <rect x={x + 5} y="17" width="22" height="16" rx="2" className={classes.cover} />
          <path d={`M${x + 5} 40h22M${x + 5} 46h15`} className={classes.text} />
          <circle cx={x + 16} cy="61" r="7" className={index === 1 ? classes.chosen : classes.free} />
          {index === 1 && <path d={tick(x + 16, 61)} className={classes.tick} />}
        </g>
      ))}
      <circle cx="60" cy="61" r="11" className={classes.tap} />
    </>
  );
}

const rows = [16, 32, 48, 64];
const points = [5, 3, 2, 0];
const places = [2, 1, null, 3];

function Sheet({ kind }: { kind: Exclude<Kind, 'TAP'> }) {
  return (
    <>
      <rect x="14" y="4" width="92" height="76" rx="4" className={classes.paper} />
      {rows.map((y, index) => {
        const isChosen = kind === 'RANKED' ? places[index] !== null : kind === 'POINTS' ? points[index] : index !== 2;
        return (
          <g key={y}>
            {kind === 'POINTS' ? (
              [0, 1, 2, 3, 4].map((dot) => (
                <circle
                  key={dot}
                  cx={62 + dot * 9}
                  cy={y + 2}
                  r="3.2"
                  className={dot < (points[index] ?? 0) ? classes.chosen : classes.free}
                />
              ))
            ) : (
              <rect
                x="22"
                y={y - 5}
                width="13"
                height="13"
                rx={kind === 'RANKED' ? 6.5 : 3}
                className={isChosen ? classes.chosen : classes.free}
              />
            )}
            {kind === 'APPROVAL' && isChosen && <path d={tick(28, y + 1.5)} className={classes.tick} />}
            {kind === 'RANKED' && isChosen && (
              <text x="28.5" y={y + 5} className={classes.digit}>
                {places[index]}
              </text>
            )}
            <path
              d={kind === 'POINTS' ? `M22 ${y + 2}h28` : `M43 ${y + 2}h${[52, 40, 48, 34][index]}`}
              className={classes.text}
            />
          </g>
        );
      })}
    </>
  );
}
