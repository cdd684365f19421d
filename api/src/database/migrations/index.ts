import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { MigrationSql } from './migration-sql.ts';
import { sql as m0001 } from './0001-first-graph.ts';
import { sql as m0002 } from './0002-public-vote.ts';
import { sql as m0003 } from './0003-cast-ballots.ts';
import { sql as m0004 } from './0004-tallies-by-entry.ts';
import { sql as m0005 } from './0005-judging-rules.ts';
import { sql as m0006 } from './0006-organizations-verified.ts';
import { sql as m0007 } from './0007-jobs-and-messages.ts';
import { sql as m0008 } from './0008-competition-set-up.ts';
import { sql as m0009 } from './0009-forms-and-drafts.ts';
import { sql as m0010 } from './0010-hold-uploads.ts';
import { sql as m0011 } from './0011-review-and-likenesses.ts';
import { sql as m0012 } from './0012-submission-rules-and-extensions.ts';
import { sql as m0013 } from './0013-sending-units.ts';
import { sql as m0014 } from './0014-rule-without-nomination.ts';
import { sql as m0015 } from './0015-entry-imports.ts';
import { sql as m0016 } from './0016-compare-later.ts';
import { sql as m0017 } from './0017-rehearsals.ts';
import { sql as m0018 } from './0018-continued-entries.ts';

const migration = (name: string, { up, down }: MigrationSql): MigrationObject => ({
  name,
  class: class extends Migration {
    override up(): void {
      for (const statement of up) this.addSql(statement);
    }

    override down(): void {
      for (const statement of down) this.addSql(statement);
    }
  },
});

/** In the order in which they run. */
export const migrations: MigrationObject[] = [
  migration('0001-first-graph', m0001),
  migration('0002-public-vote', m0002),
  migration('0003-cast-ballots', m0003),
  migration('0004-tallies-by-entry', m0004),
  migration('0005-judging-rules', m0005),
  migration('0006-organizations-verified', m0006),
  migration('0007-jobs-and-messages', m0007),
  migration('0008-competition-set-up', m0008),
  migration('0009-forms-and-drafts', m0009),
  migration('0010-hold-uploads', m0010),
  migration('0011-review-and-likenesses', m0011),
  migration('0012-submission-rules-and-extensions', m0012),
  migration('0013-sending-units', m0013),
  migration('0014-rule-without-nomination', m0014),
  migration('0015-entry-imports', m0015),
  migration('0016-compare-later', m0016),
  migration('0017-rehearsals', m0017),
  migration('0018-continued-entries', m0018),
];
