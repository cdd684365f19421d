import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Main } from '../../app/Main';
import { knownAs } from '../../features/identity/known-as';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import type { Viewer } from '../../features/identity/useViewer';
import { CompetitionState } from '../../features/organizing/CompetitionState';
import { OrganizerNav } from '../../features/organizing/OrganizerNav';
import { OrganizerFrameDocument } from '../../gql/OrganizerFrame';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { useSlug } from './organized';
import classes from './OrganizerFrame.module.css';

/** Around every page of a competition's organizers: which competition, where it stands, and the way to each page. */
export function OrganizerFrame() {
  const slug = useSlug();
  return (
    <SignedInOnly>
      {(viewer) =>
        viewer.organizes.some((competition) => competition.slug === slug) ? (
          <Frame key={slug} slug={slug} viewer={viewer} />
        ) : (
          <Main>
            <Refused slug={slug} viewer={viewer} />
          </Main>
        )
      }
    </SignedInOnly>
  );
}

interface Props {
  slug: string;
  viewer: Viewer;
}

/** Everybody else reads, in a friendly way, whose page this is. */
function Refused({ slug, viewer }: Props) {
  const { t } = useTranslation('organizing');
  return (
    <Page title={t('refused.title')} heading="hidden">
      <EmptyState title={t('refused.title')} text={t('refused.text', { email: knownAs(viewer) })}>
        <ButtonLink to={`/c/${slug}`}>{t('refused.toCompetition')}</ButtonLink>
        <ButtonLink to="/" variant="subtle">
          {t('refused.home')}
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}

function Frame({ slug, viewer }: Props) {
  const { t } = useTranslation('organizing');
  const isWide = useMediaQuery('(min-width: 64em)', false, { getInitialValueInEffect: false });
  const { data } = useQuery(OrganizerFrameDocument, {
    variables: { slug },
    pollInterval: 10_000,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  });
  const competition = data?.competition ?? undefined;
  const { pathname } = useLocation();
  // A phone's screen is for the page; only the first one says where the competition stands.
  const about = isWide || pathname === `/organize/${slug}` ? competition : undefined;
  const name = competition?.name ?? viewer.organizes.find((one) => one.slug === slug)?.name;
  const others = viewer.organizes.filter((one) => one.slug !== slug && !one.isRehearsal);
  const nav = (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      <OrganizerNav slug={slug} competition={competition} />
      <ul className={classes.ways}>
        <li>
          <Link to={`/c/${slug}`}>{t('nav.publicPage')}</Link>
        </li>
        {others.length > 0 && (
          <li>
            <details>
              <summary>{t('nav.switch')}</summary>
              <ul>
                {others.map((other) => (
                  <li key={other.id}>
                    <Link to={`/organize/${other.slug}`}>{other.name}</Link>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
        <li>
          <Link to="/organize">{t('nav.all')}</Link>
        </li>
      </ul>
    </nav>
  );
  return (
    <div className={classes.frame} data-frame="">
      <div className={classes.side}>
        <div className={classes.head}>
          <p className={classes.name}>
            <Link to={`/organize/${slug}`}>{name}</Link>
          </p>
          {(isWide || about) && <p className={classes.state}>{about && <CompetitionState competition={about} />}</p>}
          {about?.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </div>
        {isWide ? nav : <Drawer>{nav}</Drawer>}
      </div>
      <Main />
    </div>
  );
}

/** The menu of a narrow screen. The browser's own dialog keeps the focus, gives it back, and closes on Escape. */
function Drawer({ children }: { children: ReactNode }) {
  const { t } = useTranslation('organizing');
  const { t: app } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // Heard on the window, since a page with unsaved changes stops the click below and asks in a dialog of its own.
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a') && dialog.current?.contains(target)) dialog.current.close();
    };
    window.addEventListener('click', onClick, true);
    return () => window.removeEventListener('click', onClick, true);
  }, []);
  return (
    <>
      <button
        type="button"
        className={classes.menu}
        aria-expanded={isOpen}
        aria-controls="organizer-menu"
        onClick={() => {
          dialog.current?.showModal();
          setOpen(true);
        }}
      >
        <IconMenu2 size={20} aria-hidden="true" />
        {t('nav.menu')}
      </button>
      <dialog
        ref={dialog}
        id="organizer-menu"
        aria-label={t('nav.menu')}
        className={classes.drawer}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          // On the ground beside it, which is the dialog itself.
          if (event.target === event.currentTarget) dialog.current?.close();
        }}
      >
        <div className={classes.inside}>
          <div className={classes.close}>
            <IconButton aria-label={app('dialog.close')} onClick={() => dialog.current?.close()}>
              <IconX size={20} aria-hidden="true" />
            </IconButton>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
